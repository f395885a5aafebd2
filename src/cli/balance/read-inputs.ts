import { join } from "node:path";
import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { type LoadRow, readLoads } from "../../ops/balance/read-loads.ts";
import type { LogLoad } from "../../ops/logs/log-loads.ts";
import type { Status } from "../../ops/status.ts";
import type { CommonOptions } from "../command.ts";
import type { Host } from "../host.ts";
import { type NamedLog, readLogs, type WindowOptions } from "../logs/read-logs.ts";
import { readFolder } from "../read-folder.ts";
import { isProblemOf } from "../read-list.ts";
import { MINUTE_MS } from "../../ops/durations.ts";

/** Long enough for many clients to be seen. */
const WINDOW_MINUTES = 60;

/** Who came in a term is judged in its last half minute: a window must lie within the term. */
const WATCHED_MINUTES = 5;

/** What `balance` is told. */
export interface BalanceOptions extends CommonOptions {
  readonly from?: "capacity";
  readonly loads?: string;
  readonly log?: readonly NamedLog[];
  /** In minutes; those left out are as long as the work wants. */
  readonly window?: number;
  readonly step: number;
  readonly write: boolean;
  readonly propose: boolean;
  readonly watch: boolean;
  /** A program that is told of mirrors found broken. */
  readonly notify?: string;
  /** A program that is called after each run that wrote, to put it into effect. */
  readonly after?: string;
  readonly dev: boolean;
}

/** The clients that were counted, and where. */
export interface CountedLoads {
  readonly file: string;
  readonly rows: readonly LoadRow[];
  /** When, in milliseconds since 1970: the middle of a log's window, or what a table tells; absent where nobody knows. */
  readonly counted?: number;
  /** What the logs tell beside; absent where somebody else counted. */
  readonly logs?: readonly LogLoad[];
}

/** What a run works on. */
export interface BalanceInputs {
  readonly pool: MaintainedPool;
  readonly status: Status | undefined;
  readonly statusFile: string;
  /** The counted clients and the file that tells them; undefined where weights follow capacities. */
  readonly loads?: CountedLoads;
}

type Reading<Value> = Value | { readonly problems: readonly Problem[] };

async function readLogFiles(
  log: readonly NamedLog[],
  { mirrors }: MaintainedPool,
  windows: WindowOptions,
): Promise<Reading<CountedLoads>> {
  const counted = await readLogs(log, mirrors, windows);
  if ("problems" in counted) return counted;
  const { loads } = counted;
  const [middle] = loads.map(({ from, to }) => (Date.parse(from) + Date.parse(to)) / 2);
  return { file: "--log", rows: loads, logs: loads, ...(middle !== undefined && { counted: middle }) };
}

/** A table tells when its clients were counted, or was written then; and never were they counted later than that. */
async function readLoadsFile(file: string, host: Host): Promise<Reading<CountedLoads>> {
  const reading = await host.readText(file);
  if ("problem" in reading) return { problems: [reading.problem] };
  const { rows, problems, counted = Infinity } = readLoads(reading.text, file);
  const time = Math.min(counted, reading.written ?? Infinity);
  return rows ? { file, rows, ...(time < Infinity && { counted: time }) } : { problems };
}

/** Reads the pool, its status and the loads; what the releases hold does not matter here. */
export async function readInputs(options: BalanceOptions, host: Host): Promise<Reading<BalanceInputs>> {
  const { pool, status, problems } = await readFolder(options.mirrors, host, { dev: options.dev });
  const ours = problems.filter((problem) => !isProblemOf("releases.json", problem));
  if (!pool || ours.length > 0) return { problems: ours };
  const inputs = { pool, status, statusFile: join(options.mirrors, "status.json") };
  const { loads: file, log, window, watch } = options;
  if (file === undefined && log === undefined) return inputs;
  const windows = { windowMs: (window ?? (watch ? WATCHED_MINUTES : WINDOW_MINUTES)) * MINUTE_MS, now: host.now() };
  const loads = await (log ? readLogFiles(log, pool, windows) : readLoadsFile(file ?? "", host));
  return "problems" in loads ? loads : { ...inputs, loads };
}
