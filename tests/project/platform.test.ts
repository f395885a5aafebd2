import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { suite, test } from "node:test";
import type { Identifier, SupportStatement } from "@mdn/browser-compat-data";
import data from "@mdn/browser-compat-data" with { type: "json" };
import { listPlatform, type PlatformPart } from "./list-platform.ts";

/** The oldest browsers that README promises. */
const OLDEST = { firefox: 128, chrome: 119, safari: 17, safari_ios: 17 } as const;

/** Where the tables keep what TypeScript declares for several interfaces at once, or for one that inherits it. */
const BEARERS: Readonly<Record<string, string>> = {
  "AbortSignal.addEventListener": "EventTarget",
  "AbortSignal.removeEventListener": "EventTarget",
  Body: "Response",
  CallableFunction: "Function",
  "ChildNode.replaceWith": "Element",
  Console: "console",
  "Document.addEventListener": "EventTarget",
  "DocumentOrShadowRoot.activeElement": "Document",
  "Element.textContent": "Node",
  Float64Array: "TypedArray",
  "HTMLElement.addEventListener": "EventTarget",
  "HTMLFieldSetElement.addEventListener": "EventTarget",
  "HTMLButtonElement.addEventListener": "EventTarget",
  HTMLHyperlinkElementUtils: "HTMLAnchorElement",
  HTMLOrSVGElement: "HTMLElement",
  "HTMLInputElement.addEventListener": "EventTarget",
  Int16Array: "TypedArray",
  Int32Array: "TypedArray",
  Iterable: "Array",
  NavigatorConcurrentHardware: "Navigator",
  NavigatorOnLine: "Navigator",
  ParentNode: "Document",
  ReadonlyArray: "Array",
  ReadableStreamGenericReader: "ReadableStreamDefaultReader",
  ReadonlyMap: "Map",
  ReadonlySet: "Set",
  Uint16Array: "TypedArray",
  Uint32Array: "TypedArray",
  Uint8Array: "TypedArray",
  "Worker.addEventListener": "EventTarget",
};

/** What the checking box takes where it is there, and does without where it is not. */
const SPARED: readonly string[] = [
  "ReadableStreamBYOBReader",
  "ReadableStreamBYOBReader.read",
  "FileSystemFileHandle.createWritable",
];

type Table = Readonly<Record<string, Identifier | undefined>>;

const BUILTINS = (data.javascript["builtins"] ?? {}) as Table;
const TABLES: readonly Table[] = [data.api, BUILTINS, BUILTINS["Intl"] ?? {}];

function show({ owner, name }: PlatformPart): string {
  return owner === undefined ? name : `${owner}.${name}`;
}

function findMember(table: Table, part: PlatformPart): Identifier | undefined {
  const { owner = "Window", name } = part;
  const bearer = table[BEARERS[show(part)] ?? BEARERS[owner] ?? owner] as Table | undefined;
  return bearer?.[name] ?? bearer?.[`${name}_static`];
}

/** Gives the version that brought a part, if only in parts; undefined where the tables do not know it, NaN or Infinity where there is none. */
function findVersion(part: PlatformPart, browser: keyof typeof OLDEST): number | undefined {
  const whole = (table: Table): Identifier | undefined =>
    part.owner === undefined ? table[BEARERS[part.name] ?? part.name] : undefined;
  const entry = TABLES.map((table) => whole(table) ?? findMember(table, part)).find((found) => found?.__compat);
  const statement: SupportStatement | undefined = entry?.__compat?.support[browser];
  const plain = [statement ?? []].flat().filter(({ flags, prefix }) => !flags && prefix === undefined);
  // The newest stands first: what it removed is gone, while an older one ends where the next begins.
  const kept = plain[0]?.version_removed ? [] : plain;
  const versions = kept.map(({ version_added: version }) => (typeof version === "string" ? Number(version) : NaN));
  return entry && Math.min(...versions);
}

suite("the platform under the scripts of the page and the core", () => {
  const parts = listPlatform("src/browser");

  for (const [browser, oldest] of Object.entries(OLDEST) as [keyof typeof OLDEST, number][]) {
    test(`is there in ${browser} ${oldest}`, () => {
      const newer = parts.filter((part) => !((findVersion(part, browser) ?? NaN) <= oldest));
      assert.deepEqual(
        newer.map(show).filter((name) => !SPARED.includes(name)),
        [],
      );
    });
  }

  test("is what README promises", async () => {
    const { firefox, chrome, safari } = OLDEST;
    const promise = `Firefox ${firefox}, Chromium ${chrome} and Safari ${safari}`;
    assert.ok((await readFile("README.md", "utf8")).includes(promise), `README.md must say "${promise}"`);
  });

  test("is looked at whole: what needs a newer browser would be found", () => {
    const timeout = parts.find((part) => show(part) === "AbortSignal.timeout");
    assert.equal(timeout && findVersion(timeout, "safari"), 16);
    assert.equal(findVersion({ name: "showOpenFilePicker" }, "firefox"), NaN);
  });
});
