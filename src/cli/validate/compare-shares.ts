import { join } from "node:path";
import type { Mirror } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { diffShares, type ShareChange } from "../../ops/diff-shares.ts";
import { readJson } from "../../ops/read-json.ts";
import { pickMirrors } from "../../ops/rules/rule-folder.ts";
import type { TextReading } from "../../ops/text-reading.ts";
import type { Host } from "../host.ts";
import { readRevision } from "./read-revision.ts";

/** What came of a comparison with an older revision; without changes, it could not be made. */
export interface ShareComparison {
  readonly changes: readonly ShareChange[] | undefined;
  readonly problems: readonly Problem[];
}

/** What a comparison goes by. */
export interface CompareOptions {
  readonly revision: string;
  readonly dev: boolean;
}

/** Picks the mirrors that can be read, as a page does: a change that mends a broken list can be compared too. */
function readMirrors(text: string, file: string, dev: boolean): { mirrors: Mirror[]; problems: Problem[] } {
  const { value, problems } = readJson(text, file);
  return { mirrors: pickMirrors(value, { dev }), problems };
}

function toProblems(reading: TextReading): Problem[] {
  return "problem" in reading ? [reading.problem] : [];
}

/** Compares the shares that the pool gives now with those that it gave in a revision of its checkout. */
export async function compareShares(
  folder: string,
  host: Host,
  { revision, dev }: CompareOptions,
): Promise<ShareComparison> {
  const file = join(folder, "mirrors.json");
  const [now, old] = await Promise.all([host.readText(file, { mustBeFile: true }), readRevision(file, revision)]);
  // What is wrong with the file of today is told by its own check.
  if (!("text" in now) || !("text" in old)) return { changes: undefined, problems: toProblems(old) };
  const before = readMirrors(old.text, `${revision}:${file}`, dev);
  const after = readMirrors(now.text, file, dev);
  if (before.problems.length + after.problems.length > 0) return { changes: undefined, problems: before.problems };
  return { changes: diffShares(before.mirrors, after.mirrors), problems: [] };
}
