import { type Node, parseTree } from "jsonc-parser";
import type { Problem } from "../core/problem.ts";
import type { KeyOrder } from "./format-keys.ts";
import { readJson } from "./read-json.ts";

/** What came of formatting: the canonical text, or why there is none. */
export interface Formatting {
  readonly text: string | undefined;
  readonly problems: Problem[];
}

/** Whole numbers are written without a fraction of zeros; others stay as they came, since no reader may round them. */
function printScalar({ type, value, offset, length }: Node, source: string): string {
  if (type !== "number") return JSON.stringify(value);
  return source.slice(offset, offset + length).replace(/^(-?\d+)\.0+$/, "$1");
}

function keyOf(property: Node): string {
  return property.children?.[0]?.value as string;
}

/** Known keys come first and in their order, unknown ones follow as the author ordered them. */
function sortProperties(properties: readonly Node[], order: KeyOrder | undefined): Node[] {
  const keys = order?.keys ?? [];
  const rank = (property: Node): number => {
    const index = keys.indexOf(keyOf(property));
    return index < 0 ? keys.length : index;
  };
  return [...properties].sort((one, other) => rank(one) - rank(other));
}

function printItems(items: readonly string[], [open, close]: readonly [string, string], indent: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

/** As wide as prettier lets the files be that lie beside these. */
const LINE_WIDTH = 120;

/** Puts a list of plain values, such as addresses, in one line where that holds it; undefined where it does not. */
function printInLine(node: Node, items: readonly string[], before: number): string | undefined {
  const isPlain = (node.children ?? []).every(({ type }) => type !== "array" && type !== "object");
  const line = `[${items.join(", ")}]`;
  // A comma may follow.
  return isPlain && before + line.length < LINE_WIDTH ? line : undefined;
}

/** What a node is printed with. */
interface Printing {
  readonly source: string;
  readonly order: KeyOrder | undefined;
  readonly indent: string;
  /** How many characters stand before it in its line. */
  readonly before: number;
}

function printNode(node: Node, { source, order, indent, before }: Printing): string {
  const deeper = `${indent}  `;
  if (node.type === "array") {
    const printing = { source, order, indent: deeper, before: deeper.length };
    const items = (node.children ?? []).map((child) => printNode(child, printing));
    return printInLine(node, items, before) ?? printItems(items, ["[", "]"], indent);
  }
  if (node.type !== "object") return printScalar(node, source);
  const properties = sortProperties(node.children ?? [], order).map((property) => {
    const [key, value] = [keyOf(property), property.children?.[1]];
    const below = Object.hasOwn(order?.below ?? {}, key) ? order?.below?.[key] : undefined;
    const head = `${JSON.stringify(key)}: `;
    const printing = { source, order: below, indent: deeper, before: deeper.length + head.length };
    return head + (value ? printNode(value, printing) : "null");
  });
  return printItems(properties, ["{", "}"], indent);
}

function findBrokenEncoding(text: string, file: string): Problem[] {
  const place = text.indexOf("\uFFFD");
  if (place < 0) return [];
  const line = text.slice(0, place).split("\n").length;
  const message = `must be UTF-8 text, got bytes that are none in line ${line}`;
  return [{ code: "invalid-encoding", file, pointer: "", message, cure: "save it as UTF-8, and mend that place" }];
}

/**
 * Gives the one canonical text of a JSON file: two spaces a level, known keys in their order, items in the author's order,
 * lists of plain values in one line where that holds them, a newline at the end. It holds the same values as before, what is unknown included; a text that programs could read
 * differently (no JSON, a key twice, no UTF-8) is refused.
 */
export function formatJson(text: string, file: string, order: KeyOrder): Formatting {
  const { problems } = readJson(text, file);
  const isText = !problems.some(({ code }) => code === "invalid-encoding");
  const faults = [...problems, ...(isText ? findBrokenEncoding(text, file) : [])];
  const source = text.replace(/^\uFEFF/, " ");
  const tree = faults.length > 0 ? undefined : parseTree(source);
  return { text: tree && `${printNode(tree, { source, order, indent: "", before: 0 })}\n`, problems: faults };
}
