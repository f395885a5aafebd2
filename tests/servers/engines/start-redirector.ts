import { makeEngineFolder } from "./engine-folder.ts";
import { askTarget } from "./ask-target.ts";
import { checkWithEngine, type CheckResult } from "./check-with-engine.ts";
import { findFreePort } from "./find-free-port.ts";
import type { RedirectorKind } from "./redirector-kinds.ts";
import { startEngine } from "./start-engine.ts";

/** A web server that redirects. */
export interface Redirector {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Lets a web server's own checker judge what was rendered for it. */
export async function checkRendered(kind: RedirectorKind, rendered: string): Promise<CheckResult> {
  const folder = await makeEngineFolder(kind.format);
  try {
    const { check } = await kind.configure(rendered, { folder, port: await findFreePort() });
    return checkWithEngine(kind.find().path, check, folder.path);
  } finally {
    await folder.remove();
  }
}

/** Starts a web server with what was rendered for it, and waits until it answers. */
export async function startRedirector(kind: RedirectorKind, rendered: string): Promise<Redirector> {
  const [folder, port] = [await makeEngineFolder(kind.format), await findFreePort()];
  const { run: words } = await kind.configure(rendered, { folder, port });
  const isReady = async (): Promise<boolean> => (await askTarget(port, "/none")).status > 0;
  try {
    const engine = await startEngine({ program: kind.find().path, words, folder: folder.path, isReady });
    return { port, stop: () => engine.stop().finally(folder.remove) };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
