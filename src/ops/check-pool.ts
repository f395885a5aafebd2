import type { ErrorObject } from "ajv";
import { isWeight } from "../core/accept.ts";
import type { MaintainedPool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { isUrlPrefix, type PrefixOptions } from "../core/url-prefix.ts";
import { findBlueprintProblem } from "./blueprint.ts";
import { checkSchema, type Wording } from "./check-schema.ts";
import { findPrefixFault } from "./prefix-problem.ts";
import { readJson } from "./read-json.ts";
import { duplicateMirror } from "./rules/duplicate-mirror.ts";
import { noUsableMirror } from "./rules/no-usable-mirror.ts";
import { placeMirrors, toRuleFolder } from "./rules/rule-folder.ts";
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

function wordWeight(value: unknown): ReturnType<Wording> {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
  return {
    code: "bad-weight",
    message: `must be an integer from 0 to 1000, got ${(JSON.stringify(value) as string | undefined) ?? "nothing"}`,
    ...(isWeight(number) && { cure: `write ${number}` }),
  };
}

function wordError(options: PrefixOptions) {
  return ({ instancePath, keyword }: ErrorObject, value: unknown): ReturnType<Wording> => {
    if (keyword === "additionalProperties") return undefined;
    if (instancePath === "/fallback_prefix") return wordPrefix("bad-fallback-prefix", value, options);
    if (/^\/mirrors\/\d+\/url_prefix$/.test(instancePath)) return wordPrefix("bad-url-prefix", value, options);
    if (/^\/mirrors\/\d+\/weight$/.test(instancePath)) return wordWeight(value);
    if (instancePath === "/mirrors" && keyword !== "maxItems")
      return { code: "no-mirrors", message: "must be a list of at least one mirror" };
    if (instancePath === "/version")
      return {
        code: "newer-version",
        message: `must be 1, got ${JSON.stringify(value)}`,
        cure: "write 1, or use a newer fairmirror",
      };
    return undefined;
  };
}

/** What came of reading a pool: its value as far as it is JSON, and the pool when its shape is right. */
export interface PoolShapeCheck extends PoolCheck {
  readonly value: unknown;
}

/** Checks that the text of `mirrors.json` has the shape of a pool, whatever it means: see `checkPool`. */
export function checkPoolShape(text: string, { file, dev = false }: CheckOptions): PoolShapeCheck {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { value: undefined, pool: undefined, problems };
  const blueprint = findBlueprintProblem(value, file);
  if (blueprint) return { value, pool: undefined, problems: [blueprint] };
  const formats = { "url-prefix": (prefix: string) => isUrlPrefix(prefix, { dev }) };
  const faults = checkSchema(value, { schema: MAINTAINED_POOL_SCHEMA, file, formats, wording: wordError({ dev }) });
  return { value, pool: faults.length > 0 ? undefined : (value as MaintainedPool), problems: faults };
}

/** Finds what nobody can publish: what else `validate` tells of is for maintainers to weigh. */
function findUnpublishable(pool: MaintainedPool, { file, dev = false }: CheckOptions): Problem[] {
  const { files } = toRuleFolder({});
  const mirrors = placeMirrors(pool, { dev: Boolean(dev) });
  const folder = toRuleFolder({ pool, mirrors, files: { ...files, pool: file } });
  return [duplicateMirror, noUsableMirror].flatMap((rule) => rule.check(folder));
}

/** Checks the text of `mirrors.json` strictly, for maintainers and builds: everything that is wrong, at once. */
export function checkPool(text: string, options: CheckOptions): PoolCheck {
  const { pool, problems } = checkPoolShape(text, options);
  if (!pool) return { pool, problems };
  const meanings = findUnpublishable(pool, options);
  return { pool: meanings.length > 0 ? undefined : pool, problems: meanings };
}
