import type { Problem } from "../../core/problem.ts";
import type { DnsFormat } from "../../ops/dns/dns-format.ts";
import { DNS_FORMATS, type DnsFormatName } from "../../ops/dns/formats.ts";
import { toDnsPool } from "../../ops/dns/to-dns-pool.ts";
import type { ExitCode } from "../command.ts";
import type { Host } from "../host.ts";
import { tellProblems } from "../tell-problems.ts";
import { checkKeyFile } from "./check-key-file.ts";
import { pushUpdate } from "./push-update.ts";
import { type DnsInputs, readDnsInputs } from "./read-dns-inputs.ts";
import type { DnsCommandOptions } from "./read-options.ts";
import { putConfig, renderConfig } from "./render-config.ts";
import { tellChoice } from "./tell-choice.ts";

const MS_PER_S = 1000;

/** The format that suits how the zone is kept. */
const FORMAT_OF_WAY = { file: "zone", dynamic: "nsupdate" } as const;

/** Tells that a format does not go with the way in which the zone is kept. */
function checkWay({ file, fallback: { update = "file" } }: DnsInputs, way: DnsFormat["way"]): Problem[] {
  if (update === way) return [];
  const what = way === "file" ? "a file is made" : "an update is made";
  const message = `must be "${way}" where ${what}, got "${update}": a zone that is both loses changes`;
  const cure = `write "${way}" if the zone is kept so, or choose another format`;
  return [{ code: "other-update-way", file, pointer: "/update", message, cure }];
}

function tellJson(value: object, { choice }: DnsInputs, host: Host): void {
  const { omitted, failedOpen: failed_open } = choice;
  host.out(`${JSON.stringify({ ...value, omitted, failed_open, problems: [] }, undefined, 2)}\n`);
}

async function makeConfig(
  name: DnsFormatName,
  inputs: DnsInputs,
  options: DnsCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const config = await renderConfig(DNS_FORMATS[name], inputs, options, host);
  if (config.problems.length > 0) return tellProblems(config.problems, options, host);
  const { text, diff, notes } = config;
  for (const note of notes) host.tell(note);
  const { output: file, json } = options;
  if (!json) host.out(file === undefined ? text : diff);
  const problem = await putConfig(config, options, host);
  if (problem) return tellProblems([problem], options, host);
  const isWritten = options.write && diff !== "";
  if (json)
    tellJson(
      { format: name, ...(file !== undefined && { file, diff }), text, notes, written: isWritten },
      inputs,
      host,
    );
  return 0;
}

async function push(inputs: DnsInputs, { key = "", timeout, json }: DnsCommandOptions, host: Host): Promise<ExitCode> {
  const reading = await checkKeyFile(key, host);
  if ("problem" in reading) return tellProblems([reading.problem], { json }, host);
  const pool = toDnsPool({ ...inputs, keepsUnhealthy: false });
  const options = { keyFile: key, secret: reading.secret, timeoutMs: timeout * MS_PER_S };
  const { changes, problem } = await pushUpdate(pool, options, host);
  if (problem) return tellProblems([problem], { json }, host);
  const server = `${pool.server.host}:${pool.server.port}`;
  host.tell(changes.length > 0 ? `${server} took the update` : `${server} has it so already: nothing was sent`);
  if (json) tellJson({ server, changes }, inputs, host);
  return 0;
}

/** Makes the DNS pool that the maintainers' folder tells of, and shows, writes or sends it. */
export async function runDns(options: DnsCommandOptions, host: Host): Promise<ExitCode> {
  const reading = await readDnsInputs(options, host);
  if ("problems" in reading) return tellProblems(reading.problems, options, host);
  const { inputs } = reading;
  const name = options.push ? "nsupdate" : (options.format ?? FORMAT_OF_WAY[inputs.fallback.update ?? "file"]);
  const format = DNS_FORMATS[name];
  const faults = checkWay(inputs, format.way);
  if (faults.length > 0) return tellProblems(faults, options, host);
  tellChoice(inputs, format, host);
  return options.push ? push(inputs, options, host) : makeConfig(name, inputs, options, host);
}
