import type { Explanation } from "./explanation.ts";

/** What `import` can refuse. */
export const IMPORT_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "wrong-format",
    wrong: 'the list is of another format than "--from" says',
    reason: "its fields would be misread",
    cure: "name its format, or check that it is the right file",
    before: "fairmirror import --from tails archlinux.json",
    after: "fairmirror import --from archweb archlinux.json",
  },
  {
    code: "invalid-yaml",
    wrong: "the list is not YAML",
    reason: "it cannot be read past that place",
    cure: "go to the line and column that the message names",
    before: "name: m1.example\n  url: https://m1.example/",
    after: "name: m1.example\nurl: https://m1.example/",
  },
  {
    code: "invalid-xml",
    wrong: "the list is XML that is cut off",
    reason: "mirrors would be missing without a word",
    cure: "fetch it again",
    before: "<rss><channel><item>",
    after: "<rss><channel><item>…</item></channel></rss>",
  },
  {
    code: "unreadable-list",
    wrong: "no parser takes the list",
    reason: "it is nested far too deep, or stands for far more than it holds",
    cure: "check that it is the right file",
    before: "[[[[[[[[…",
    after: '[{ "url": "https://m1.example/" }]',
  },
  {
    code: "too-many",
    wrong: "the list holds more than 10,000 mirrors",
    reason: "no project has as many: most likely it is another file",
    cure: "split it, or check that it is the right file",
    before: "clients.json   2,000,000 entries",
    after: "mirrors.json   60 entries",
  },
  {
    code: "already-there",
    wrong: "there is a mirrors.json in the folder already",
    reason: "the weights and notes in it were set by hand, and would be gone",
    cure: 'name another folder, or replace it with "--force"',
    before: "fairmirror import --from tails list.json --write",
    after: "fairmirror import --from tails list.json --write --mirrors imported",
  },
];
