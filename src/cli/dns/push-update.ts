import type { Problem } from "../../core/problem.ts";
import { compareSets } from "../../ops/dns/compare-sets.ts";
import type { DnsPool } from "../../ops/dns/dns-pool.ts";
import { explainNsupdate, isOutrun } from "../../ops/dns/explain-nsupdate.ts";
import { renderUpdate } from "../../ops/dns/nsupdate.ts";
import type { Host } from "../host.ts";
import { askServer } from "./ask-server.ts";
import { type NsupdateOptions, runNsupdate } from "./run-nsupdate.ts";

/** What became of an update. */
export interface Push {
  /** A line for each address that was removed or added; none: there was nothing to send. */
  readonly changes: readonly string[];
  readonly problem?: Problem;
}

/** Who is outrun by another program looks anew; so often, and then there is something wrong. */
const TRIES = 5;

function noProgram(error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  const got = code === "ENOENT" ? "no such program" : `"${message}"`;
  const cure = "install it: bind9-dnsutils on Debian, bind-utils on Fedora, bind-tools on Alpine";
  return { code: "no-nsupdate", file: "nsupdate", pointer: "", message: `must run, got ${got}`, cure };
}

/** Sends the pool once; gives undefined when another program came first. */
async function tryPush(pool: DnsPool, options: NsupdateOptions, host: Host): Promise<Push | undefined> {
  const reading = await askServer(pool, options.timeoutMs);
  if ("problem" in reading) return { changes: [], problem: reading.problem };
  const changes = compareSets(reading.served, pool);
  if (changes.length === 0) return { changes };
  for (const line of changes) host.tell(line);
  const run = await runNsupdate(renderUpdate(pool, reading.served), options);
  if (isOutrun(run)) return undefined;
  const problem = explainNsupdate(run, `${pool.server.host}:${pool.server.port}`);
  return { changes, ...(problem && { problem }) };
}

/**
 * Brings the pool to the server that takes updates: asks what it has, shows the change, and sends it as one message that is taken whole, and
 * only while the server still has what was shown. When nothing changes, nothing is sent.
 */
export async function pushUpdate(pool: DnsPool, options: NsupdateOptions, host: Host): Promise<Push> {
  const server = `${pool.server.host}:${pool.server.port}`;
  try {
    for (let count = 0; count < TRIES; count++) {
      const push = await tryPush(pool, options, host);
      if (push) return push;
      host.tell("another program changed the name meanwhile; looking anew");
    }
    const problem = explainNsupdate({ code: 2, stderr: "NXRRSET" }, server);
    return { changes: [], ...(problem && { problem }) };
  } catch (error) {
    return { changes: [], problem: noProgram(error) };
  }
}
