import { join } from "node:path";
import { Option } from "commander";
import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { CONTRARY_FINDINGS, updateStatus } from "../../ops/hysteresis.ts";
import type { Folder } from "../../ops/read-folder.ts";
import type { Status } from "../../ops/status.ts";
import { type AddCommand, commonCommand, endWith, type ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { parseWhole } from "../parse-whole.ts";
import { mergeFiles } from "./merge-files.ts";
import { probeNow } from "./probe-now.ts";
import { findOptionFault, parseResolve, parseSeconds, parseVantage } from "./read-options.ts";
import type { ProbeCommandOptions } from "./read-options.ts";
import { saveStatus } from "./save-status.ts";
import { type ProbeResult, tellChanges, tellFindings, tellUnkept } from "./tell-findings.ts";
import { checkLock } from "../lock/with-lock.ts";
import { readFolder } from "../read-folder.ts";
import { tellProblems } from "../tell-problems.ts";

type Found = Omit<ProbeResult, "before" | "after" | "mirrors">;

/** The status before and after, and why the latter is not in the file, if it ought to be. */
type Keeping = Pick<ProbeResult, "before" | "after"> & { readonly problems: readonly Problem[] };

function statusFile({ mirrors }: ProbeCommandOptions): string {
  return join(mirrors, "status.json");
}

/** Gets findings: over the network, or out of the files that are to be merged. */
async function find(
  folder: Folder & { readonly pool: MaintainedPool },
  options: ProbeCommandOptions,
  host: Host,
): Promise<Found | { readonly problems: readonly Problem[] }> {
  if (options.merge) {
    const { merged, problems } = await mergeFiles(folder.pool, options.merge, host);
    return merged ?? { problems };
  }
  if (!folder.releases) return { problems: folder.problems };
  const { point, problems } = await probeNow(folder.pool, folder.releases, options, host);
  return point ? { ...point, vantagePoints: [point.vantage] } : { problems };
}

interface KeepOptions {
  readonly options: ProbeCommandOptions;
  readonly host: Host;
}

async function keep(
  { findings, probed, vantagePoints }: Found,
  status: Status | undefined,
  { options, host }: KeepOptions,
): Promise<Keeping> {
  const update = { findings, round: { probed, vantagePoints }, now: host.now() };
  const file = statusFile(options);
  const onChange = (before: Status | undefined, after: Status): void =>
    tellChanges(before, after, { file, write: options.write, host });
  const saving = options.write ? await saveStatus(file, update, { host, onChange }) : undefined;
  if (saving && !("problems" in saving)) return { ...saving, problems: [] };
  const after = updateStatus(status, update);
  if (!saving) onChange(status, after);
  return { before: status, after, problems: saving?.problems ?? [] };
}

async function probe(options: ProbeCommandOptions, host: Host): Promise<ExitCode> {
  const folder = await readFolder(options.mirrors, host, { dev: options.dev });
  const { pool, problems } = folder;
  if (!pool || problems.length > 0) return tellProblems(problems, options, host);
  const locked = options.write ? await checkLock(statusFile(options)) : [];
  if (locked.length > 0) return tellProblems(locked, options, host);
  if (options.resolve.size > 0) host.tell("names are directed by --resolve: visitors may see something else");
  const found = await find({ ...folder, pool }, options, host);
  if ("problems" in found) return tellProblems(found.problems, options, host);
  const { problems: faults, ...kept } = await keep(found, folder.status, { options, host });
  const result = { ...found, ...kept, mirrors: pool.mirrors };
  return faults.length > 0 ? tellUnkept(result, faults, host) : tellFindings(result, options, host);
}

const HELP = `
Every address of every mirror is asked for every file of releases.json: the head, and a random piece whose bytes are hashed.
Found is one of up, down, outdated (it lacks files of the release), wrong (it sends something else, or in a way that harms
visitors). The first finding about a mirror decides. Later the verdict changes when ${CONTRARY_FINDINGS} findings in a row speak against it;
one that is no later than what is known changes nothing. What a mirror lacks counts at once. Nobody is left out while the
verdicts would leave less than a third of the weight. An .onion mirror needs Tor and is not probed: it keeps its verdict, and
one that has none is published. On a slow line, raise --timeout or lower --concurrency.
Ends with 1 when a mirror of weight above 0 was found not up.`;

/** `probe`: asks the mirrors whether they carry the release, and keeps what is thought of them. */
export const addProbe: AddCommand = (program, host) => {
  const command = commonCommand(program, "probe", "ask every mirror for the release, and keep a verdict on each");
  command
    .option("--write", "keep the verdicts in status.json; else only show what would change", false)
    .option("--concurrency <n>", "how many mirrors are worked on at once (20, with --speed 2)", parseWhole(1, 1000))
    .option("--timeout <seconds>", "for each step: connect, TLS, first byte, piece", parseSeconds, 10)
    .option("--mirror-timeout <seconds>", "for the whole of a mirror (60, and 2 for each file)", parseSeconds)
    .option("--speed", "measure throughput too: at most 16 MiB or 5 s an address", false)
    .option("--seed <text>", "draw the same pieces as the probe that printed this seed")
    .option("--vantage <name>", "the name of the place that is probed from", parseVantage, "local")
    .option("--merge <file...>", "ask nobody: merge what several places printed with --json")
    .addOption(
      new Option("--resolve <host:port:address>", "direct a name by hand, as curl does; again for the next")
        .argParser(parseResolve)
        .default(new Map(), "none"),
    )
    .option("--ca <file>", "trust these certificates too (PEM)")
    .option("--dev", "allow http on this machine, for trying things out", false)
    .addHelpText("after", HELP)
    .action((options: ProbeCommandOptions) => {
      const fault = findOptionFault(options);
      if (fault !== undefined) command.error(`error: ${fault}`);
      return endWith(probe(options, host));
    });
};
