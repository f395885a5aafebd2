import type { ErrorObject } from "ajv";
import type { MaintainedPool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { showValue } from "../core/show-value.ts";
import { checkSchema, type Words } from "./check-schema.ts";
import { normalizeAddress } from "./dns/address.ts";
import { isContact } from "./dns/contact.ts";
import type { Fallback } from "./dns/fallback.ts";
import { isHostName } from "./dns/host-name.ts";
import { readJson } from "./read-json.ts";
import { REFUSING_FALLBACK_RULES } from "./rules/fallback-rules.ts";
import { toRuleFolder } from "./rules/rule-folder.ts";
import { FALLBACK_SCHEMA } from "./schemas.generated.ts";

/** What came of a strict check: the fallback when nothing is wrong, else everything that is. */
export interface FallbackCheck {
  readonly fallback: Fallback | undefined;
  readonly problems: Problem[];
}

/** What the check needs to know beside the text. */
export interface FallbackCheckOptions {
  /** The name that problems give the file. */
  readonly file: string;
  readonly pool: MaintainedPool;
  readonly dev: boolean;
}

function isServerHost(text: string): boolean {
  return isHostName(text) || normalizeAddress("a", text) !== undefined || normalizeAddress("aaaa", text) !== undefined;
}

const FORMATS = { hostname: isHostName, "dns-host": isServerHost, email: isContact };

function wordName(value: unknown, expected: string): Words {
  const mended = typeof value === "string" ? value.toLowerCase().replace(/\.$/, "") : "";
  const cure = isHostName(mended) ? `write ${showValue(mended)}` : 'write a name such as "dl.project.example"';
  return { code: "bad-dns-name", message: `must be ${expected}, got ${showValue(value)}`, cure };
}

const A_NAME =
  "the full name of a host, of letters a-z, digits and hyphens, at most 63 between two dots and 253 in all";

/** The words for the places whose meaning a schema does not know. */
const PLACE_WORDS: readonly (readonly [place: RegExp, word: (value: unknown) => Words])[] = [
  [/^\/(name|zone\/origin|zone\/nameservers\/\d+)$/, (value) => wordName(value, A_NAME)],
  [/^\/server\/host$/, (value) => wordName(value, "the name or address of a server")],
  [
    /^\/version$/,
    (value) => ({
      code: "newer-version",
      message: `must be 1, got ${showValue(value)}`,
      cure: "write 1, or use a newer fairmirror",
    }),
  ],
  [
    /^\/ttl$/,
    (value) => ({
      code: "bad-ttl",
      message: `must be from 1 to 86400 seconds, got ${showValue(value)}`,
      cure: "write 60",
    }),
  ],
  [
    /^\/zone\/contact$/,
    (value) => ({
      code: "bad-contact",
      message: `must be one plain e-mail address of letters, digits, dots, "-" and "_", got ${showValue(value)}`,
      cure: 'write an address such as "hostmaster@project.example"',
    }),
  ],
  [
    /^\/zone\/nameservers$/,
    (value) => ({
      code: "few-nameservers",
      message: `must be 2 to 13 different names, got ${showValue(value)}`,
      cure: "name every server that answers for the zone; get a second one, such as a provider's, when there is one only",
    }),
  ],
];

function wordError({ instancePath, keyword }: ErrorObject, value: unknown): Words | undefined {
  if (keyword === "required" || keyword === "additionalProperties" || keyword === "type") return undefined;
  return PLACE_WORDS.find(([place]) => place.test(instancePath))?.[1](value);
}

/** Checks that the text of `fallback.json` has the shape of a fallback, whatever it means: see `checkFallback`. */
export function checkFallbackShape(text: string, { file }: { readonly file: string }): FallbackCheck {
  const { value, problems } = readJson(text, file);
  if (problems.length > 0) return { fallback: undefined, problems };
  const faults = checkSchema(value, { schema: FALLBACK_SCHEMA, file, formats: FORMATS, wording: wordError });
  return { fallback: faults.length > 0 ? undefined : (value as Fallback), problems: faults };
}

/** Checks the text of `fallback.json` strictly, before anything is made of it: everything that nobody can serve, at once. */
export function checkFallback(text: string, { file, pool, dev }: FallbackCheckOptions): FallbackCheck {
  const { fallback, problems } = checkFallbackShape(text, { file });
  if (!fallback) return { fallback, problems };
  const files = { ...toRuleFolder({}).files, fallback: file };
  const folder = toRuleFolder({ files, pool, fallback, dev });
  const meanings = REFUSING_FALLBACK_RULES.flatMap((rule) => rule.check(folder));
  return { fallback: meanings.length > 0 ? undefined : fallback, problems: meanings };
}
