import { type Node, type ParseError, parseTree, getNodePath, getNodeValue, printParseErrorCode } from "jsonc-parser";
import type { Problem } from "../core/problem.ts";
import { checkEncoding } from "./check-encoding.ts";
import { locateOffset } from "./locate-offset.ts";

/** What came of reading a text as JSON: its value, unless it has none, and what is wrong with it. */
export interface JsonReading {
  readonly value: unknown;
  readonly problems: Problem[];
}

/** Gives the JSON Pointer (RFC 6901) of a path of keys and indexes. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((part) => "/" + String(part).replaceAll("~", "~0").replaceAll("/", "~1")).join("");
}

function syntaxProblem(text: string, file: string, { error, offset }: ParseError): Problem {
  const reason = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return {
    code: "invalid-json",
    file,
    pointer: "",
    message: `must be JSON, got a fault at ${locateOffset(text, offset)}: ${reason}`,
    cure: "mend that place; an editor with JSON support shows it",
  };
}

function findDuplicateKeys(text: string, file: string, node: Node): Problem[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    const deeper = findDuplicateKeys(text, file, child);
    const key = child.type === "property" ? child.children?.[0] : undefined;
    if (!key) return deeper;
    const isSecond = seen.has(key.value);
    seen.add(key.value);
    if (!isSecond) return deeper;
    const pointer = toPointer(getNodePath(key));
    const message = `must stand once, got the key again at ${locateOffset(text, key.offset)}`;
    return [{ code: "duplicate-key", file, pointer, message, cure: "keep one of the two" }, ...deeper];
  });
}

/** Deeper than any file of ours: beyond it, what walks a value would run out of stack. */
const MAX_DEPTH = 64;

/** Finds where brackets are nested too deep, without recursion of its own; those inside of strings do not count. */
function findDepthProblem(text: string, file: string): Problem | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "[" || token === "{") depth++;
    if (token === "]" || token === "}") depth--;
    if (depth > MAX_DEPTH) {
      const message = `must be nested at most ${MAX_DEPTH} deep, got more at ${locateOffset(text, index)}`;
      return { code: "invalid-json", file, pointer: "", message, cure: "check that it is the right file" };
    }
  }
  return undefined;
}

/** Reads a text as JSON (RFC 8259): no comments, no trailing commas, and no key twice, since readers differ on which one counts. */
export function readJson(text: string, file: string): JsonReading {
  const errors: ParseError[] = [];
  const unread = checkEncoding(text, file);
  if (unread.length > 0) return { value: undefined, problems: unread };
  const plain = text.replace(/^\uFEFF/, " ");
  const tooDeep = findDepthProblem(plain, file);
  if (tooDeep) return { value: undefined, problems: [tooDeep] };
  const tree = parseTree(plain, errors, { disallowComments: true });
  const [first] = errors;
  if (first || !tree) return { value: undefined, problems: first ? [syntaxProblem(text, file, first)] : [] };
  return { value: getNodeValue(tree), problems: findDuplicateKeys(text, file, tree) };
}
