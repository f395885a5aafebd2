import { randomBytes } from "node:crypto";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { FALLBACK, makeDnsFolder } from "../../cli/dns/sample-folder.ts";
import { runProgram, type RunResult } from "../../cli/run-program.ts";
import { ZONE } from "../../../src/ops/dns/zone.ts";
import { sampleMember, samplePool } from "../../ops/dns/sample-fallback.ts";
import type { Engine } from "./start-engine.ts";
import { makeZoneLab, type ZoneLab } from "./zone-lab.ts";
import type { ZoneServer } from "./zone-servers.ts";

const KEY_NAME = "fairmirror";

/** A server that takes updates, and who sends them. */
export interface UpdateLab extends ZoneLab {
  readonly engine: Engine;
  readonly secret: string;
  /** Makes a maintainers' folder of these addresses, and a key file beside it; gives the folder above both. */
  readonly makeFolder: (context: TestContext, sets: readonly string[], parts?: PushParts) => Promise<string>;
  /** Gives all IPv4 addresses that the server has, sorted. */
  readonly readSet: () => Promise<string>;
}

/** What differs from a push that is taken. */
export interface PushParts {
  readonly secret?: string;
  readonly keyName?: string;
  readonly fallback?: object;
}

/** Gives the text of a key as tsig-keygen writes it. */
function renderKey(name: string, secret: string): string {
  return `key "${name}" {\n\talgorithm hmac-sha256;\n\tsecret "${secret}";\n};\n`;
}

/** Starts a server whose zone holds one address that no pool has. */
export async function startUpdateLab(server: ZoneServer): Promise<UpdateLab> {
  const lab = await makeZoneLab(server, FALLBACK.name);
  const secret = randomBytes(32).toString("base64");
  const pool = samplePool({ name: FALLBACK.name, members: [sampleMember(9)] });
  const engine = await lab.start(ZONE.render(pool, { serial: 1 }).text, { name: KEY_NAME, secret });
  return {
    ...lab,
    engine,
    secret,
    makeFolder: async (context, addresses, parts = {}) => {
      const members = FALLBACK.members.map(({ url_prefix }, index) => ({ url_prefix, a: [addresses[index] ?? ""] }));
      const update = { update: "dynamic", server: { host: "127.0.0.1", port: lab.port } };
      const folder = await makeDnsFolder(context, { ...FALLBACK, ...update, members, ...parts.fallback });
      const key = join(folder, "push.key");
      await writeFile(key, renderKey(parts.keyName ?? KEY_NAME, parts.secret ?? secret));
      await chmod(key, 0o600);
      return folder;
    },
    readSet: async () => (await lab.resolver.resolve4(FALLBACK.name)).sort().join(),
  };
}

/** Sends what a folder tells of, as people do. */
export function push(cwd: string, words: readonly string[] = []): Promise<RunResult> {
  return runProgram(["dns", "--push", "--key", "push.key", ...words], { cwd });
}
