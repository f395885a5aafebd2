import { randomBytes } from "node:crypto";
import type { MaintainedMirror } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { showValue } from "../../core/show-value.ts";
import { type LogLoad, type MirrorLog, readLogLoads } from "../../ops/logs/log-loads.ts";
import { createLogReader } from "../../ops/logs/log-reader.ts";
import { createWindows } from "../../ops/logs/log-windows.ts";
import { explainFile } from "../explain-file.ts";
import { openLog } from "./open-log.ts";

/** A log as it was named: which mirror wrote it, and where it lies. */
export interface NamedLog {
  readonly mirror: string;
  readonly file: string;
}

/** How long the windows are that clients are counted in, and when that is done. */
export interface WindowOptions {
  readonly windowMs: number;
  readonly now: Date;
}

type Counts = ReadonlyMap<string, MirrorLog>;

/** Where addresses are hashed with a key that nobody learns, none can be guessed from a count. */
function drawKey(): number {
  return randomBytes(4).readUInt32LE();
}

function findPrefix({ mirror }: NamedLog, mirrors: readonly MaintainedMirror[]): string | undefined {
  return mirrors.find(({ url_prefix }) => url_prefix === mirror || new URL(url_prefix).host === mirror)?.url_prefix;
}

function unknownMirror({ mirror, file }: NamedLog): Problem {
  const message = `must be the log of a mirror of the pool, got ${showValue(mirror)}`;
  const cure = "name the mirror by its prefix or host, as in m1.example=access.log";
  return { code: "unknown-load", file, pointer: "", message, cure };
}

function brokenLog(error: unknown, file: string): Problem {
  const { code = "", message: words } = error as NodeJS.ErrnoException;
  if (!code.startsWith("Z_")) return explainFile(error, file);
  const message = `must be whole where it is packed with gzip, got "${words}"`;
  return {
    code: "broken-gzip",
    file,
    pointer: "",
    message,
    cure: "copy it again, or name the log before it was packed",
  };
}

async function readLog({ file }: NamedLog, { log, tally }: MirrorLog, key: number): Promise<Problem[]> {
  const take = createLogReader(log, tally, key);
  try {
    for await (const chunk of await openLog(file)) take(chunk as Uint8Array);
    return [];
  } catch (error) {
    return [brokenLog(error, file)];
  }
}

function noDownloads(logs: readonly NamedLog[]): Problem {
  const message = "must hold a download (status 200 or 206) at least, got none";
  const cure = "name access logs of the combined format, or with a JSON object a line";
  return { code: "no-downloads", file: logs.map(({ file }) => file).join(" "), pointer: "", message, cure };
}

/** Begins a count for each mirror that a log is named for. */
function startCounts(
  logs: readonly NamedLog[],
  mirrors: readonly MaintainedMirror[],
  { windowMs, now }: WindowOptions,
): Counts {
  const prefixes = logs.map((named) => findPrefix(named, mirrors) ?? "");
  const start = (url_prefix: string): MirrorLog => ({
    ...{ url_prefix, log: createWindows(windowMs, now.getTime()), tally: { lines: 0, torn: 0 } },
  });
  return new Map([...new Set(prefixes)].map((url_prefix) => [url_prefix, start(url_prefix)]));
}

/** Reads access logs in one pass each, and gives how many clients each mirror had in the last whole window. No address is kept. */
export async function readLogs(
  logs: readonly NamedLog[],
  mirrors: readonly MaintainedMirror[],
  windows: WindowOptions,
): Promise<{ readonly loads: readonly LogLoad[] } | { readonly problems: readonly Problem[] }> {
  const unknown = logs.filter((named) => findPrefix(named, mirrors) === undefined);
  if (unknown.length > 0) return { problems: unknown.map(unknownMirror) };
  const counts = startCounts(logs, mirrors, windows);
  const key = drawKey();
  const problems: Problem[] = [];
  for (const named of logs) {
    const count = counts.get(findPrefix(named, mirrors) ?? "");
    if (count) problems.push(...(await readLog(named, count, key)));
  }
  if (problems.length > 0) return { problems };
  const loads = readLogLoads([...counts.values()]);
  return loads.length > 0 ? { loads } : { problems: [noDownloads(logs)] };
}
