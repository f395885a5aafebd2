import type { MaintainedPool } from "../../core/pool.ts";
import type { Problem } from "../../core/problem.ts";
import { checkPool } from "../check-pool.ts";
import { carryOver } from "./carry-over.ts";
import { countryCodeFinder } from "../country-code.ts";
import { FORMATS, type FormatName } from "./formats.ts";
import { isEmpty } from "./json-record.ts";
import type { ListReading, Remark } from "./list-format.ts";
import { parseList } from "./parse-list.ts";
import { readAddress } from "./read-address.ts";
import type { Remarks } from "./read-entries.ts";
import { tellWrongFormat } from "./wrong-format.ts";

/** What an import needs to know beside the text. */
export interface ImportOptions {
  readonly from: FormatName;
  /** The name that problems give the list. */
  readonly file: string;
  /** Whether operators' e-mail addresses are kept. */
  readonly withEmail?: boolean;
  /** Whether plain http is written as https, for a probe to confirm, rather than left out. */
  readonly upgradeHttp?: boolean;
}

/** What came of an import. */
export interface ImportResult {
  /** A pool that passes the strict check; undefined when the list gives none, and the problems tell why. */
  readonly pool: MaintainedPool | undefined;
  /** What could not be carried over. */
  readonly left: readonly Remark[];
  /** What is carried over, but otherwise than it stood. */
  readonly changed: readonly Remark[];
  readonly problems: readonly Problem[];
}

const MAX_ENTRIES = 10_000;

function refuse(problem: Problem, { left, changed }: Remarks = { left: [], changed: [] }): ImportResult {
  return { pool: undefined, left, changed, problems: [problem] };
}

function tooMany(count: number, file: string): Problem {
  const message = `must hold at most ${MAX_ENTRIES} mirrors, got ${count}`;
  return { code: "too-many", file, pointer: "", message, cure: "split it, or check that it is the right file" };
}

function noUsable(file: string): Problem {
  const message = "must hold a usable mirror, got none";
  return { code: "no-usable-mirror", file, pointer: "", message, cure: "see what is told of each entry" };
}

function readFallback(
  { fallback_prefix: found }: ListReading,
  { left }: Remarks,
): Pick<MaintainedPool, "fallback_prefix"> {
  if (!found || isEmpty(found.value)) return {};
  const reading = readAddress(found.value);
  if (reading.kind === "web") return { fallback_prefix: reading.url_prefix };
  left.push({ item: found.item, reason: 'must be an https address that ends in "/"; write it by hand' });
  return {};
}

/** Makes a pool of what a list holds, and holds it against the strict check, as if a maintainer had written it. */
function makePool(reading: ListReading, options: ImportOptions): ImportResult {
  const { file, withEmail = false, upgradeHttp = false } = options;
  const remarks: Remarks = { left: [...reading.left], changed: [...reading.changed] };
  const facts = { withEmail, upgradeHttp, findCountryCode: countryCodeFinder() };
  const mirrors = carryOver(reading.entries, remarks, facts);
  if (mirrors.length > MAX_ENTRIES) return refuse(tooMany(mirrors.length, file), remarks);
  if (!mirrors.some(({ weight }) => weight > 0)) return refuse(noUsable(file), remarks);
  const { pool, problems } = checkPool(JSON.stringify({ version: 1, ...readFallback(reading, remarks), mirrors }), {
    file,
  });
  return { pool, problems, ...remarks };
}

/** Makes a pool of another list of mirrors. Nothing is carried over that the strict check would refuse. */
export function importList(text: string, options: ImportOptions): ImportResult {
  const { from, file } = options;
  const format = FORMATS[from];
  const parsing = parseList(format.syntax, text, file);
  if ("problem" in parsing) return refuse(parsing.problem);
  const reading = format.readList(parsing.value);
  if (!reading) return refuse(tellWrongFormat(parsing.value, from, file));
  const count = reading.entries.length;
  return count > MAX_ENTRIES ? refuse(tooMany(count, file)) : makePool(reading, options);
}
