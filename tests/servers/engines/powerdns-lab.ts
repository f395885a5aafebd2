import { spawnSync } from "node:child_process";
import type { DnsPool, HealthSource } from "../../../src/ops/dns/dns-pool.ts";
import { renderPowerdns } from "../../../src/ops/dns/powerdns.ts";
import { askDns, type DnsAsker } from "./ask-dns.ts";
import { type EngineFolder, makeEngineFolder } from "./engine-folder.ts";
import { findFreePort } from "./find-free-port.ts";
import { type Engine, startEngine } from "./start-engine.ts";

const SERIAL = 2_026_112_401;

/** A folder with a zone that was rendered for PowerDNS. */
export interface PowerdnsLab {
  readonly folder: EngineFolder;
  /** Writes the zone and the configuration that names it; the answers' cache stays on, as it is in life. */
  readonly write: (pool: DnsPool, health?: HealthSource) => Promise<void>;
  /** Lets pdnsutil check the zone; gives its exit code and its words. */
  readonly check: (zone: string) => { readonly code: number | null; readonly words: string };
  /** Gives the zone as PowerDNS read it: name, TTL and type of each record. */
  readonly listRecords: (zone: string) => string[];
  readonly start: (pool: DnsPool) => Promise<Engine & DnsAsker>;
}

/** The programs that PowerDNS comes with. */
export interface PowerdnsPrograms {
  readonly server: string;
  readonly util: string;
}

/** Only the last line has to do with what is tried: LUA records are off unless asked for. */
function configure(folder: string, port: number): string {
  return [
    "launch=bind",
    `bind-config=${folder}/named.conf`,
    `socket-dir=${folder}`,
    "local-address=127.0.0.1",
    `local-port=${port}`,
    "daemon=no",
    "guardian=no",
    "setuid=",
    "setgid=",
    // It would ask powerdns.com whether it is out of date.
    "security-poll-suffix=",
    "lua-health-checks-interval=1",
    "enable-lua-records=yes",
    "",
  ].join("\n");
}

/** Makes a lab for a PowerDNS that was found. */
export async function makePowerdnsLab({ server, util }: PowerdnsPrograms): Promise<PowerdnsLab> {
  const folder = await makeEngineFolder("powerdns");
  const port = await findFreePort();
  const config = `--config-dir=${folder.path}`;
  await folder.write("pdns.conf", configure(folder.path, port));
  return {
    folder,
    write: async (pool, health) => {
      await folder.write("zone", renderPowerdns(pool, { serial: SERIAL, health }).text);
      const zone = `zone "${pool.zone.origin}" { type native; file "${folder.path}/zone"; };\n`;
      await folder.write("named.conf", zone);
    },
    check: (zone) => {
      const { status, stdout, stderr } = spawnSync(util, [config, "check-zone", zone], { encoding: "utf8" });
      return { code: status, words: stdout + stderr };
    },
    listRecords: (zone) => {
      const { stdout } = spawnSync(util, [config, "list-zone", zone], { encoding: "utf8" });
      const lines = stdout.split("\n").filter((line) => line.includes("\tIN\t"));
      return lines.map((line) => /^(.*)\tIN\t(\S+)(?:\tA{1,4}(?= "))?/.exec(line)?.[0].replaceAll("\t", " ") ?? line);
    },
    start: async ({ name }) => {
      const asker = askDns(port);
      // An answer, or none of this family: the zone is there.
      const isReady = async (): Promise<boolean> => /^(\d|ENODATA)/.test(await asker.ask(name, "a"));
      const engine = await startEngine({ program: server, words: [config], folder: folder.path, isReady });
      return { ...engine, ...asker };
    },
  };
}
