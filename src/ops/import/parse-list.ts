import { XMLParser } from "fast-xml-parser";
import { parseDocument, type Document } from "yaml";
import type { Problem } from "../../core/problem.ts";
import { toPlainText } from "../plain-text.ts";
import { readJson } from "../read-json.ts";
import { isRecord } from "./json-record.ts";
import type { Syntax } from "./list-format.ts";

/** What came of parsing: a value, or what is wrong with the text. */
export type Parsing = { readonly value: unknown } | { readonly problem: Problem };

/** The parsers build trees many times the size of their text: ten thousand mirrors take less than 5 MiB in any format. */
const MAX_LENGTH = 8 * 2 ** 20;

function problem(code: string, file: string, message: string, cure = "check that it is the right file"): Parsing {
  return { problem: { code, file, pointer: "", message: toPlainText(message), cure } };
}

function parseJson(text: string, file: string): Parsing {
  const { value, problems } = readJson(text, file);
  const [first] = problems;
  return first ? { problem: first } : { value };
}

function tellYamlFault({ errors: [error] }: Document.Parsed, file: string, linesAbove: number): Parsing | undefined {
  if (!error) return undefined;
  const [{ line, col } = { line: 1, col: 1 }] = error.linePos ?? [];
  const [reason = ""] = error.message.split(" at line ");
  const place = `line ${linesAbove + line}, column ${col}`;
  return problem("invalid-yaml", file, `must be YAML, got a fault at ${place}: ${reason.toLowerCase()}`);
}

function parseYaml(text: string, file: string, linesAbove = 0): Parsing {
  const document = parseDocument(text, { logLevel: "silent" });
  // No list of mirrors uses aliases, and a few lines of them can stand for gigabytes.
  return tellYamlFault(document, file, linesAbove) ?? { value: document.toJS({ maxAliasCount: 0 }) as unknown };
}

/** Parses one record as `mirrorbits show` writes it: below its YAML stands the comment, which is none. */
function parseYamlRecord(text: string, file: string, linesAbove: number): Parsing {
  const [record = "", comment = ""] = text.split(/^Comment:[ \t]*$/m);
  const parsing = parseYaml(record, file, linesAbove);
  if ("problem" in parsing || !isRecord(parsing.value) || comment.trim() === "") return parsing;
  return { value: { ...parsing.value, Comment: comment.trim() } };
}

/** Parses each record by itself, so that the trees of ten thousand are never in memory at once. */
function parseYamlRecords(text: string, file: string): Parsing {
  const values: unknown[] = [];
  let lines = 0;
  for (const record of text.split(/^(?=(?:---|Name:)(?:\s|$))/m)) {
    const parsing = parseYamlRecord(record, file, lines);
    if ("problem" in parsing) return parsing;
    if (parsing.value !== null) values.push(parsing.value);
    lines += record.split("\n").length - 1;
  }
  return { value: values };
}

/** Entities other than the five of XML itself, and those of numbers, come from a DOCTYPE: no list of mirrors has one. */
function parseRss(text: string, file: string): Parsing {
  const cure = "give the list as RSS, as the server sent it";
  if (/<!doctype/i.test(text)) return problem("wrong-format", file, "must be RSS, got a text with a DOCTYPE", cure);
  if (/<rss[\s>]/.test(text) && !text.endsWith("</rss>"))
    return problem("invalid-xml", file, 'must end in "</rss>", got a text that is cut off', cure);
  const isArray = (name: string) => name === "item";
  const options = { removeNSPrefix: true, parseTagValue: false, htmlEntities: true, isArray };
  return { value: new XMLParser(options).parse(text) as unknown };
}

const PARSERS: Readonly<Record<Syntax, (text: string, file: string) => Parsing>> = {
  json: parseJson,
  yaml: parseYaml,
  "yaml-records": parseYamlRecords,
  rss: parseRss,
};

/** Parses the text of a list. Never throws: what a parser refuses, such as ten thousand brackets, is told as a problem. */
export function parseList(syntax: Syntax, text: string, file: string): Parsing {
  const plain = text.replace(/^\uFEFF/, "").trimEnd();
  if (plain.length > MAX_LENGTH)
    return problem(
      "too-large",
      file,
      `must be at most ${MAX_LENGTH} characters, got ${plain.length}`,
      "split it, or check that it is the right file",
    );
  const isJson = syntax !== "rss" && /^\s*[[{]/.test(plain);
  try {
    return PARSERS[isJson ? "json" : syntax](plain, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem("unreadable-list", file, `must be a list that a parser takes, got "${reason.slice(0, 200)}"`);
  }
}
