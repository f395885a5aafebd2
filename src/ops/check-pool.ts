import { isWeight } from "../core/accept.ts";
import type { MaintainedPool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { isUrlPrefix, type PrefixOptions } from "../core/url-prefix.ts";
import { showValue } from "../core/show-value.ts";
import { findBlueprintProblems } from "./blueprint.ts";
import { checkSchema, type Formats, type Wording, type Words } from "./check-schema.ts";
import { keepRight, type Readable } from "./keep-right.ts";
import { findPrefixFault } from "./prefix-problem.ts";
import { readJson } from "./read-json.ts";
import { duplicateMirror } from "./rules/duplicate-mirror.ts";
import { noUsableMirror } from "./rules/no-usable-mirror.ts";
import { toRuleFolder } from "./rules/rule-folder.ts";
import { unreachableHost } from "./rules/unreachable-host.ts";
import { MAINTAINED_POOL_SCHEMA } from "./schemas.generated.ts";

/** What a check needs to know beside the text. */
export interface CheckOptions extends PrefixOptions {
  /** The name that problems give the file. */
  readonly file: string;
}

/** What came of a strict check: the pool when nothing is wrong, else everything that is. */
export interface PoolCheck {
  readonly pool: MaintainedPool | undefined;
  readonly problems: Problem[];
}

function wordPrefix(code: string, value: unknown, options: PrefixOptions): ReturnType<Wording> {
  const fault = findPrefixFault(value, options);
  return fault ? { code, ...fault } : null;
}

function findWeightCure(value: unknown): string {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (isWeight(number)) return `write ${number}`;
  if (typeof number !== "number" || Number.isNaN(number)) return "write a whole number; 0 disables the mirror";
  if (number < 0) return "write 0, which disables the mirror";
  return number > 1000
    ? "write 1000 or less: only the ratio to the other weights counts"
    : `write ${Math.ceil(number)}; multiply all weights where the ratio matters`;
}

function wordWeight(value: unknown): ReturnType<Wording> {
  const message = `must be an integer from 0 to 1000, got ${showValue(value)}`;
  return { code: "bad-weight", message, cure: findWeightCure(value) };
}

const NO_MIRRORS: Words = {
  code: "no-mirrors",
  message: "must be a list of at least one mirror",
  cure: 'add a mirror, such as { "url_prefix": "https://mirror.example.org/project/", "weight": 10 }',
};

function wordVersion(value: unknown): Words {
  const message = `must be 1, got ${showValue(value)}`;
  return { code: "newer-version", message, cure: "write 1, or use a newer fairmirror" };
}

function wordError(options: PrefixOptions): Wording {
  return ({ instancePath, keyword }, value) => {
    if (keyword === "additionalProperties") return undefined;
    if (instancePath === "/fallback_prefix") return wordPrefix("bad-fallback-prefix", value, options);
    if (/^\/mirrors\/\d+\/url_prefix$/.test(instancePath)) return wordPrefix("bad-url-prefix", value, options);
    if (/^\/mirrors\/\d+\/weight$/.test(instancePath)) return wordWeight(value);
    if (instancePath === "/mirrors" && keyword !== "maxItems")
      return { ...NO_MIRRORS, message: `${NO_MIRRORS.message}, got ${showValue(value)}` };
    return instancePath === "/version" ? wordVersion(value) : undefined;
  };
}

/** What came of reading a pool: the pool when its shape is right, and what can be read of it where it is not. */
export interface PoolShapeCheck extends PoolCheck {
  readonly readable: Readable<MaintainedPool> | undefined;
}

/** The meaning of the schema's formats, for maintainers and for development. */
const FORMATS: Formats = { "url-prefix": (prefix) => isUrlPrefix(prefix) };
const DEV_FORMATS: Formats = { "url-prefix": (prefix) => isUrlPrefix(prefix, { dev: true }) };

/** Checks that the text of `mirrors.json` has the shape of a pool, whatever it means: see `checkPool`. */
export function checkPoolShape(text: string, { file, dev = false }: CheckOptions): PoolShapeCheck {
  const { value, problems: faults } = readJson(text, file);
  const nothing = { pool: undefined, readable: undefined };
  if (value === undefined) return { ...nothing, problems: faults };
  const drafts = findBlueprintProblems(value, file);
  if (drafts.length > 0) return { ...nothing, problems: [...faults, ...drafts] };
  const formats = dev ? DEV_FORMATS : FORMATS;
  const wording = wordError({ dev });
  const problems = [...faults, ...checkSchema(value, { schema: MAINTAINED_POOL_SCHEMA, file, formats, wording })];
  const pool = problems.length > 0 ? undefined : (value as MaintainedPool);
  return { pool, readable: keepRight<MaintainedPool>(value, problems), problems };
}

/** Finds what nobody can publish: what else `validate` tells of is for maintainers to weigh. */
function findUnpublishable(pool: Readable<MaintainedPool> | undefined, { file, dev = false }: CheckOptions): Problem[] {
  const { files } = toRuleFolder({});
  const folder = toRuleFolder({ pool, dev: Boolean(dev), files: { ...files, pool: file } });
  return [duplicateMirror, noUsableMirror, unreachableHost].flatMap((rule) => rule.check(folder));
}

/** Checks the text of `mirrors.json` strictly, for maintainers and builds: everything that is wrong, shape and meaning, at once. */
export function checkPool(text: string, options: CheckOptions): PoolCheck {
  const { pool, readable, problems: shapes } = checkPoolShape(text, options);
  const problems = [...shapes, ...findUnpublishable(readable, options)];
  return { pool: problems.length > 0 ? undefined : pool, problems };
}
