import { spawnSync } from "node:child_process";
import { Resolver } from "node:dns/promises";
import { type EngineFolder, makeEngineFolder } from "./engine-folder.ts";
import { findFreePort } from "./find-free-port.ts";
import { type Engine, startEngine } from "./start-engine.ts";
import type { ZoneConfig, ZoneServer } from "./zone-servers.ts";

/** A folder with a zone, for a server that reads it. */
export interface ZoneLab {
  readonly folder: EngineFolder;
  readonly port: number;
  readonly resolver: Resolver;
  /** Gives the exit code of the server's own checker, and its words; the lab's zone is checked unless another is named. */
  readonly check: (text: string, origin?: string) => Promise<{ readonly code: number | null; readonly words: string }>;
  /** Starts the server with a zone, and a key where it is to take updates. */
  readonly start: (text: string, key?: ZoneConfig["key"]) => Promise<Engine>;
}

/** A busy machine may lose a question; what a server does not have it says at once. */
const TRIES = 8;

/** Makes a lab for a server that was found, and a zone of this name. */
export async function makeZoneLab(server: ZoneServer, zone: string): Promise<ZoneLab> {
  const folder = await makeEngineFolder("zone");
  const port = await findFreePort();
  const resolver = new Resolver({ timeout: 5_000, tries: TRIES });
  resolver.setServers([`127.0.0.1:${port}`]);
  const { checker, path: program, words, ready } = server;
  return {
    folder,
    port,
    resolver,
    check: async (text, origin = zone) => {
      const file = await folder.write("checked", text);
      const { status, stdout, stderr } = spawnSync(checker.path, checker.words(origin, file), { encoding: "utf8" });
      return { code: status, words: stdout + stderr };
    },
    start: async (text, key) => {
      await folder.makeFolder("db");
      await folder.write("zone", text);
      await folder.write("conf", server.configure({ folder: folder.path, port, zone, ...(key && { key }) }));
      const isReady = async (log: string): Promise<boolean> =>
        ready.test(log) && (await resolver.resolveSoa(zone)).serial > 0;
      return startEngine({ program, words: words(folder.path), folder: folder.path, isReady });
    },
  };
}
