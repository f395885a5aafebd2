import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../build/site.ts";
import type { StandInEvent } from "./hits.ts";
import { type DemoInputs, readDemoInputs, type SitePool } from "./inputs.ts";
import { localPool } from "./local-pool.ts";
import { LOOPBACK, type LoopbackServer } from "./loopback.ts";
import { type CastMember, castPlayers } from "./player.ts";
import { probeStandIns } from "./probe-stand-ins.ts";
import { startSiteServer } from "./site-server.ts";
import { startStandIn } from "./stand-in.ts";

/** The running demo. */
export interface Demo {
  /** The site's address. */
  readonly url: string;
  /** The release file's path below a mirror's prefix. */
  readonly path: string;
  /** The pool's mirrors in their order and the fallback last, each with its stand-in's port. */
  readonly cast: readonly CastMember[];
}

/** What to start. */
export interface DemoPlan {
  readonly mirrors: string;
  readonly port: number;
  /** Is told of every GET request for the release file, with the player's place in the cast. */
  readonly onEvent: (index: number, event: StandInEvent) => void;
  /** Takes what must be called at the end, in reverse order, whether the start succeeds or not. */
  readonly atEnd: (close: () => Promise<unknown>) => void;
}

function tellPort(port: number): (fault: unknown) => never {
  return (fault) => {
    const { code } = fault as NodeJS.ErrnoException;
    const cure = (other: number) => `run "npm start -- --port ${other}"`;
    if (code === "EADDRINUSE") throw new Error(`port ${port} is taken; ${cure(port < 65_535 ? port + 1 : 8080)}`);
    if (code === "EACCES") throw new Error(`port ${port} is not open to this user; ${cure(8080)}`);
    throw fault;
  };
}

async function makeFolder(atEnd: DemoPlan["atEnd"]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-demo-")).catch(() => {
    throw new Error(`${tmpdir()}: must be a folder to write in; name one that is with TMPDIR`);
  });
  atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function startStandIns({ pool, path, file }: DemoInputs, { onEvent, atEnd }: DemoPlan) {
  const cast: CastMember[] = [];
  for (const [index, player] of castPlayers(pool).entries()) {
    const standIn: LoopbackServer = await startStandIn({
      behaviour: player.behaviour,
      file,
      path: new URL(player.prefix).pathname + path,
      onEvent: (event) => {
        onEvent(index, event);
      },
    });
    atEnd(standIn.close);
    cast.push({ player, port: standIn.port });
  }
  return cast;
}

/** Copies the maintainers' folder, with every address in the pool on a stand-in, and what a probe of these finds. */
async function writeLocalMirrors(source: string, target: string, pool: SitePool, { releases }: DemoInputs) {
  await cp(source, target, { recursive: true, filter: (path) => !path.endsWith(".git") });
  await writeFile(join(target, "mirrors.json"), `${JSON.stringify(pool, undefined, 2)}\n`);
  const prefixes = pool.mirrors.map(({ url_prefix }) => url_prefix);
  const status = await probeStandIns({ folder: target, releases, prefixes });
  await writeFile(join(target, "status.json"), `${JSON.stringify(status, undefined, 2)}\n`);
}

/**
 * Starts the site's server, a stand-in for every mirror and for the fallback, probes these, and builds the site over them in a
 * temporary folder. Rejects with an Error whose message is meant for people when the port or the lists are of no use.
 */
export async function startDemo(plan: DemoPlan): Promise<Demo> {
  const inputs = await readDemoInputs(plan.mirrors);
  const folder = await makeFolder(plan.atEnd);
  const [mirrors, output] = [join(folder, "mirrors"), join(folder, "site")];
  const site = await startSiteServer({ folder: output, port: plan.port }).catch(tellPort(plan.port));
  plan.atEnd(site.close);
  const cast = await startStandIns(inputs, plan);
  const ports = cast.map(({ port }) => port);
  const pool = localPool(inputs.pool, { fallback: ports.at(-1) ?? 0, mirrors: ports.slice(0, -1) });
  await writeLocalMirrors(plan.mirrors, mirrors, pool, inputs);
  // Else nobody would draw the mirror that is down, and see what the page does then.
  await buildSite({ mirrors, output, dev: true, listBeforeProbe: true });
  return { url: `http://${LOOPBACK}:${site.port}/`, path: inputs.path, cast };
}
