import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeSamplePool } from "./sample-pool.ts";
import { RULES, type Rule } from "./rules.ts";

/** A way to send visitors to mirrors, put into the same page as the others. */
export interface Contestant {
  readonly name: string;
  readonly path: string;
  readonly html: string;
  readonly rules: readonly Rule[];
}

function readHere(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

/** The first line of a draft only says what it is: no visitor pays for it. */
function readDraft(name: string): string {
  return readHere(name).replace(/^.*\n/, "");
}

function makePage(parts: { readonly head?: string; readonly end?: string }): string {
  const page = readHere("page.html");
  return page.replace("<!-- head -->", () => parts.head ?? "").replace("<!-- end -->", () => parts.end ?? "");
}

function makeTag(script: Buffer, pool: string): string {
  const hash = createHash("sha384").update(script).digest("base64");
  return `<script src="/fairmirror.js" integrity="sha384-${hash}" defer data-pool="${pool}"></script>`;
}

/** Lists ours, by the built script, and the drafts. */
export function listContestants(script: Buffer): readonly [Contestant, ...Contestant[]] {
  const inlined = `<script type="application/json" id="pool">${makeSamplePool()}</script>${makeTag(script, "#pool")}`;
  return [
    {
      name: "fairmirror",
      path: "/ours",
      html: makePage({ head: makeTag(script, "/mirrors.json") }),
      rules: [RULES.fairmirror],
    },
    { name: "same, pool in the page", path: "/inlined", html: makePage({ head: inlined }), rules: [] },
    {
      name: "draft: jQuery, DNS pools",
      path: "/dns-pools",
      html: makePage({ head: readDraft("dns-pools.html") }),
      rules: [RULES.pools],
    },
    {
      name: "draft: jQuery, named",
      path: "/named",
      html: makePage({ head: readDraft("named-mirrors.html") }),
      rules: [RULES.named, RULES.equal],
    },
    {
      name: "draft: vanilla + JSON",
      path: "/vanilla",
      html: makePage({ end: readDraft("vanilla-json.html") }),
      rules: [RULES.vanilla],
    },
  ];
}
