import type { Problem } from "../../core/problem.ts";
import { diffTexts } from "../../ops/diff-texts.ts";
import type { DnsFormat } from "../../ops/dns/dns-format.ts";
import type { Rendering } from "../../ops/dns/dns-pool.ts";
import { renderSerially } from "../../ops/dns/render-serially.ts";
import { toDnsPool } from "../../ops/dns/to-dns-pool.ts";
import type { Host } from "../host.ts";
import { writeOutput } from "../write-output.ts";
import type { DnsInputs } from "./read-dns-inputs.ts";
import type { DnsCommandOptions } from "./read-options.ts";
import { checkOwnFile, readPrevious } from "./read-previous.ts";

/** A configuration, and what it does to its file. */
export interface Config extends Rendering {
  /** What changes in the file, as a unified diff; empty when nothing does, or when there is no file. */
  readonly diff: string;
  readonly problems: readonly Problem[];
}

/** A serial that cannot be read must not be guessed: a smaller one would keep the new zone from the secondaries. */
function checkSerial(file: string, text: string | undefined, { findSerial }: DnsFormat): Problem[] {
  if (text === undefined || !findSerial || findSerial(text) !== undefined) return [];
  const message = "must hold the serial that is in use, got none";
  return [{ code: "no-serial", file, pointer: "", message, cure: "name the file that the server has loaded" }];
}

/** Renders the configuration of an engine, with a serial that follows on the one in use. */
export async function renderConfig(
  format: DnsFormat,
  inputs: DnsInputs,
  { output, previous, serial: style, health }: DnsCommandOptions,
  host: Host,
): Promise<Config> {
  const old = await readPrevious(output, host);
  const base = previous === undefined ? old : await readPrevious(previous, host, { mustBeThere: true });
  const pool = toDnsPool({ ...inputs, keepsUnhealthy: format.keepsUnhealthy });
  const { text, notes } = renderSerially(format, pool, { previous: base.text, now: host.now(), style, health });
  const unread = [old, base].flatMap(({ problem }) => (problem ? [problem] : []));
  const strange = output === undefined ? [] : checkOwnFile(output, old.text, text);
  const faults = strange.length > 0 ? strange : checkSerial(previous ?? output ?? "", base.text, format);
  const diff = output === undefined ? "" : diffTexts(old.text ?? "", text, output);
  return { text, notes, diff, problems: unread.length > 0 ? unread : faults };
}

/** Writes a configuration, where that is asked for and something changes; gives what went wrong, if anything did. */
export async function putConfig(
  { text, diff }: Config,
  { output, write }: DnsCommandOptions,
  host: Host,
): Promise<Problem | undefined> {
  if (output === undefined) return undefined;
  if (diff === "") host.tell(`${output} is up to date`);
  else if (!write) host.tell(`would change ${output}; run it again with "--write" to do so`);
  else {
    const problem = await writeOutput(output, text, host);
    if (problem) return problem;
    host.tell(`wrote ${output}; check it, and have the server load it`);
  }
  return undefined;
}
