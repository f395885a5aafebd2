import { isWeight } from "../core/accept.ts";
import type { Mirror } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { isUrlPrefix, normalizeUrl } from "../core/url-prefix.ts";

/** An entry of the draft that this format grew from: a bare host, and the weight as a text. */
interface BlueprintMirror {
  readonly url: string;
  readonly weight: string | number;
}

function isBlueprintMirror(entry: unknown): entry is BlueprintMirror {
  const { url, weight, url_prefix } = Object(entry) as Record<string, unknown>;
  return typeof url === "string" && url_prefix === undefined && ["string", "number"].includes(typeof weight);
}

/** Gives the entry in today's format, or undefined when its host or weight cannot be read. */
function migrateMirror({ url, weight }: BlueprintMirror): Mirror | undefined {
  const url_prefix = normalizeUrl(/^https?:/.test(url) ? url : `https://${url}/`);
  const number = Number(weight);
  return isUrlPrefix(url_prefix) && isWeight(number) ? { url_prefix, weight: number } : undefined;
}

/** Recognises the draft's format and answers with the migrated text; undefined for anything else. */
export function findBlueprintProblem(value: unknown, file: string): Problem | undefined {
  const { mirrors } = Object(value) as Record<string, unknown>;
  if (!Array.isArray(mirrors) || mirrors.length === 0 || !mirrors.every(isBlueprintMirror)) return undefined;
  const migrated = mirrors.map(migrateMirror).filter((mirror) => mirror !== undefined);
  return {
    code: "blueprint-format",
    file,
    pointer: "/mirrors",
    message: 'must hold "url_prefix" and an integer "weight", got the draft format with "url" and a weight as text',
    cure: `write\n${JSON.stringify({ version: 1, mirrors: migrated }, undefined, 2)}`,
  };
}
