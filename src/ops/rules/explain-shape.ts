import type { Explanation } from "./explanation.ts";

const OUT_OF_RANGE = "programs that rely on the range would refuse the file, or misread it";
const IN_RANGE = "write a value in the range that the message names";

/** What the schema of a file can refuse, in any file. */
export const SHAPE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "missing-key",
    wrong: "an entry lacks a key that it must have",
    reason: "without it the entry means nothing",
    cure: "add the key that the message names",
    before: '{ "weight": 10 }',
    after: '{ "url_prefix": "https://m1.example/os/", "weight": 10 }',
  },
  {
    code: "unknown-key",
    wrong: "an entry has a key that the format does not know",
    reason: "most likely it is misspelled, and what it says has no effect",
    cure: 'correct its spelling, or remove it; words for people belong into "notes"',
    before: '{ "url_prefix": "https://m1.example/os/", "wieght": 10 }',
    after: '{ "url_prefix": "https://m1.example/os/", "weight": 10 }',
  },
  {
    code: "wrong-type",
    wrong: "a value is of another kind than it must be, such as a text where a number belongs",
    reason: "programs would refuse the file, or misread it",
    cure: "write a value of the kind that the message names; numbers stand without quotation marks",
    before: '"max_clients": "200"',
    after: '"max_clients": 200',
  },
  {
    code: "bad-pattern",
    wrong: "a text has not the form that it must have",
    reason: "programs take it apart by that form",
    cure: "compare it with the example in the schema, which editors show",
    before: '"country": "de"',
    after: '"country": "DE"',
  },
  {
    code: "bad-enum",
    wrong: "a value is none of those that are known",
    reason: "no program knows what it means",
    cure: 'write one of the known values; status.json is made anew by "fairmirror probe --write"',
    before: '"verdict": "broken"',
    after: '"verdict": "down"',
  },
  {
    code: "bad-minimum",
    wrong: "a number is too small",
    reason: OUT_OF_RANGE,
    cure: IN_RANGE,
    before: '"max_clients": 0',
    after: '"max_clients": 200',
  },
  {
    code: "bad-maximum",
    wrong: "a number is too large",
    reason: OUT_OF_RANGE,
    cure: IN_RANGE,
    before: '"pieces": { "length": 67108864, "sha256": "e2c1…" }',
    after: '"pieces": { "length": 1048576, "sha256": "e2c1…" }',
  },
  {
    code: "bad-minlength",
    wrong: "a text is empty",
    reason: "an empty text says nothing, and would leave an empty place where it is shown",
    cure: "write something, or remove the key",
    before: '"sponsor": ""',
    after: '"sponsor": "Project Example"',
  },
  {
    code: "bad-maxlength",
    wrong: "a text is too long",
    reason: "it would not fit where it is shown, and everyone who loads the list would pay for it",
    cure: "shorten it",
    before: '"sponsor": "Project Example, which since its foundation in…"',
    after: '"sponsor": "Project Example"',
  },
  {
    code: "bad-minitems",
    wrong: "a list is empty that must not be",
    reason: "there is nothing to offer or to draw from",
    cure: "add an item",
    before: '"files": []',
    after: '"files": [{ "path": "os/1.0/os.img", "size": 67108864, "sha256": "f86d…" }]',
  },
  {
    code: "bad-maxitems",
    wrong: "a list is longer than any that is in use",
    reason: "most likely a program went wrong that wrote it, and every client would pay for it",
    cure: "keep the items that are needed now",
    before: '"files": [ 1,001 items ]',
    after: '"files": [ the current ones ]',
  },
  {
    code: "bad-uniqueitems",
    wrong: "a list holds the same item twice",
    reason: "the second has no effect, and most likely another one was meant",
    cure: "remove it, or write the one that is meant",
    before: '["ns1.project.example", "ns1.project.example"]',
    after: '["ns1.project.example", "ns2.dns.example"]',
  },
];
