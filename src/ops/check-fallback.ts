import type { ErrorObject } from "ajv";
import type { MaintainedPool } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { checkSchema, type Words } from "./check-schema.ts";
import { normalizeAddress } from "./dns/address.ts";
import { isContact } from "./dns/contact.ts";
import type { Fallback } from "./dns/fallback.ts";
import { isHostName } from "./dns/host-name.ts";
import { readJson } from "./read-json.ts";
import { REFUSING_FALLBACK_RULES } from "./rules/fallback-rules.ts";
import { placeMirrors, toRuleFolder } from "./rules/rule-folder.ts";
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

function show(value: unknown): string {
  return ((JSON.stringify(value) as string | undefined) ?? "nothing").slice(0, 80);
}

function wordName(value: unknown, expected: string): Words {
  const mended = typeof value === "string" ? value.toLowerCase().replace(/\.$/, "") : "";
  const cure = isHostName(mended) ? `write ${JSON.stringify(mended)}` : 'write a name such as "dl.project.example"';
  return { code: "bad-dns-name", message: `must be ${expected}, got ${show(value)}`, cure };
}

const A_NAME =
  "the full name of a host, of letters a-z, digits and hyphens, at most 63 between two dots and 253 in all";

function wordError({ instancePath, keyword }: ErrorObject, value: unknown): Words | undefined {
  if (keyword === "required" || keyword === "additionalProperties" || keyword === "type") return undefined;
  if (/^\/(name|zone\/origin|zone\/nameservers\/\d+)$/.test(instancePath)) return wordName(value, A_NAME);
  if (instancePath === "/server/host") return wordName(value, "the name or address of a server");
  switch (instancePath) {
    case "/version":
      return {
        code: "newer-version",
        message: `must be 1, got ${show(value)}`,
        cure: "write 1, or use a newer fairmirror",
      };
    case "/ttl":
      return { code: "bad-ttl", message: `must be from 1 to 86400 seconds, got ${show(value)}`, cure: "write 60" };
    case "/zone/contact":
      return {
        code: "bad-contact",
        message: `must be one plain e-mail address of letters, digits, dots, "-" and "_", got ${show(value)}`,
        cure: 'write an address such as "hostmaster@project.example"',
      };
    case "/zone/nameservers":
      return {
        code: "few-nameservers",
        message: `must be 2 to 13 different names, got ${show(value)}`,
        cure: "name every server that answers for the zone; get a second one, such as a provider's, when there is one only",
      };
    default:
      return undefined;
  }
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
  const folder = toRuleFolder({ files, pool, mirrors: placeMirrors(pool, { dev }), fallback, dev });
  const meanings = REFUSING_FALLBACK_RULES.flatMap((rule) => rule.check(folder));
  return { fallback: meanings.length > 0 ? undefined : fallback, problems: meanings };
}
