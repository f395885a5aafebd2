import type { Mirror } from "../core/pool.ts";
import type { Problem } from "../core/problem.ts";
import { BLUEPRINT } from "./import/blueprint.ts";
import { carryOver } from "./import/carry-over.ts";
import { findOwn } from "./import/json-record.ts";
import type { Remark } from "./import/list-format.ts";

/** From here on a text is too long to be read in a terminal, or copied from it. */
const MAX_SHOWN = 100;

/** An entry of the draft that this format grew from has a bare host as `url`; none of today's does, and none of both is either. */
function isBlueprint(mirrors: unknown): boolean {
  if (!Array.isArray(mirrors) || mirrors.some((entry) => findOwn(entry, "url_prefix") !== undefined)) return false;
  return mirrors.some((entry) => typeof findOwn(entry, "url") === "string");
}

function writeCure(mirrors: readonly Mirror[]): string {
  if (mirrors.length === 0)
    return 'write each mirror as { "url_prefix": "https://mirror.example.org/project/", "weight": 10 }';
  if (mirrors.length > MAX_SHOWN) return 'let "fairmirror import --from blueprint" write it anew';
  return `write\n${JSON.stringify({ version: 1, mirrors }, undefined, 2)}`;
}

function toProblem({ item, reason }: Remark, file: string): Problem {
  const message = `must be carried over by hand, or left out: ${reason}`;
  const cure = "add it to the migrated text when its address and weight are known";
  // What many entries share has a word in the place of a pointer.
  return { code: "blueprint-entry", file, pointer: item.startsWith("/") ? item : "/mirrors", message, cure };
}

/**
 * Recognises the draft's format: answers with the migrated text, made as `import` makes it, and tells of each entry that the text
 * does not hold. Nothing for any other format.
 */
export function findBlueprintProblems(value: unknown, file: string): Problem[] {
  const reading = isBlueprint(findOwn(value, "mirrors")) ? BLUEPRINT.readList(value) : undefined;
  if (!reading) return [];
  const remarks = { left: [...reading.left], changed: [] };
  const options = { withEmail: false, upgradeHttp: false, findCountryCode: () => undefined };
  const mirrors = carryOver(reading.entries, remarks, options);
  const message =
    'must hold "url_prefix" and an integer "weight", got the draft format with "url" and a weight as text';
  const draft: Problem = { code: "blueprint-format", file, pointer: "/mirrors", message, cure: writeCure(mirrors) };
  const left = remarks.left.sort((one, other) => one.item.localeCompare(other.item, "en", { numeric: true }));
  return [draft, ...left.map((remark) => toProblem(remark, file))];
}
