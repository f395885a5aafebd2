import { spawnSync } from "node:child_process";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DnsPool, HealthSource } from "../../../src/ops/dns/dns-pool.ts";
import { renderGdnsd } from "../../../src/ops/dns/gdnsd.ts";
import { STATES_FILE } from "../../../src/ops/dns/gdnsd-check.ts";
import { renderGdnsdStates } from "../../../src/ops/dns/gdnsd-states.ts";
import { renderGdnsdZone } from "../../../src/ops/dns/gdnsd-zone.ts";
import { askDns, type DnsAsker } from "./ask-dns.ts";
import { type EngineFolder, makeEngineFolder } from "./engine-folder.ts";
import { findFreePort } from "./find-free-port.ts";
import { type Engine, startEngine } from "./start-engine.ts";

const SERIAL = 2_026_112_401;

/** What gdnsd is configured with. */
export interface GdnsdTexts {
  readonly config: string;
  readonly zone: string;
  readonly origin: string;
}

/** A folder with what was rendered for gdnsd. */
export interface GdnsdLab {
  readonly folder: EngineFolder;
  /** Where gdnsd reads the states of members. */
  readonly statesFile: string;
  /** Puts texts into place, wherever they come from. */
  readonly put: (texts: GdnsdTexts) => Promise<void>;
  /** Renders and puts configuration and zone. */
  readonly write: (pool: DnsPool, health?: HealthSource) => Promise<void>;
  /** Writes the states of the members, all at once. */
  readonly writeStates: (pool: DnsPool) => Promise<void>;
  /** Runs gdnsd's own check, to which every warning is a fault; gives its exit code and its words. */
  readonly check: () => { readonly code: number | null; readonly words: string };
  readonly start: () => Promise<Engine & DnsAsker>;
  /** Asks a gdnsd that runs which addresses it watches. */
  readonly listWatched: () => string[];
}

function readWatched(folder: string): string[] {
  const { stdout } = spawnSync("gdnsdctl", ["-c", folder, "states"], { encoding: "utf8" });
  return Object.keys(JSON.parse(stdout) as object).map((key) => key.replace(/\/\w+$/, ""));
}

/** Says where gdnsd listens and keeps its things, and quickens its checks: a test has no 10 s to wait for the next. */
function localize(config: string, folder: string, port: number): string {
  const places = `run_dir => "${folder}/run", state_dir => "${folder}/state"`;
  const quick = config.replace("interval => 10", "interval => 2").replace("timeout => 4", "timeout => 1");
  return `options => { listen => 127.0.0.1, dns_port => ${port}, ${places} }\n${quick}`;
}

async function putTexts(folder: EngineFolder, port: number, { config, zone, origin }: GdnsdTexts): Promise<void> {
  await folder.write("config", localize(config, folder.path, port));
  await rm(join(folder.path, "zones"), { recursive: true, force: true });
  await folder.write(`zones/${origin}`, zone);
}

function renderTexts(pool: DnsPool, health: HealthSource | undefined): GdnsdTexts {
  const [config, zone] = [renderGdnsd, renderGdnsdZone].map((render) => render(pool, { serial: SERIAL, health }).text);
  return { config: config ?? "", zone: zone ?? "", origin: pool.zone.origin };
}

async function writeStates(folder: EngineFolder, pool: DnsPool): Promise<void> {
  const file = await folder.write("state/extfile/new", renderGdnsdStates(pool, { serial: SERIAL }).text);
  await rename(file, join(folder.path, "state/extfile", STATES_FILE));
}

/** Makes a lab for a gdnsd that was found. */
export async function makeGdnsdLab(program: string): Promise<GdnsdLab> {
  const folder = await makeEngineFolder("gdnsd");
  const port = await findFreePort();
  const words = ["-c", folder.path];
  return {
    folder,
    statesFile: join(folder.path, "state/extfile", STATES_FILE),
    put: (texts) => putTexts(folder, port, texts),
    write: async (pool, health) => putTexts(folder, port, renderTexts(pool, health)),
    writeStates: (pool) => writeStates(folder, pool),
    listWatched: () => readWatched(folder.path),
    check: () => {
      const { status, stdout, stderr } = spawnSync(program, ["-S", ...words, "checkconf"], { encoding: "utf8" });
      return { code: status, words: stdout + stderr };
    },
    start: async () => {
      const isReady = (log: string): boolean => log.includes("DNS listeners started");
      const engine = await startEngine({ program, words: [...words, "start"], folder: folder.path, isReady });
      return { ...engine, ...askDns(port) };
    },
  };
}
