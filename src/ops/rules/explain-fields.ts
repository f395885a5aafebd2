import type { Explanation } from "./explanation.ts";

/** What the fields of `mirrors.json` and `releases.json` can hold that is not right. */
export const FIELD_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "bad-url-prefix",
    wrong:
      "a mirror's address cannot stand before a path: it is not https, lacks the last slash, or carries a user name, a query or a fragment",
    reason:
      "path and address are put together as they are: without the slash they grow into another name, and without https anyone on the way can change the file",
    cure: 'write an absolute https address in its normal form that ends in "/" (http only for a .onion name)',
    before: '"url_prefix": "http://m1.example/os"',
    after: '"url_prefix": "https://m1.example/os/"',
  },
  {
    code: "bad-fallback-prefix",
    wrong: "the address of the fallback cannot stand before a path, by the same rules as a mirror's",
    reason: "only links below it are served by the pool: a wrong one turns the pool off without a sign",
    cure: 'write an absolute https address in its normal form that ends in "/"',
    before: '"fallback_prefix": "https://dl.project.example"',
    after: '"fallback_prefix": "https://dl.project.example/"',
  },
  {
    code: "bad-weight",
    wrong: "a weight is no whole number from 0 to 1000",
    reason: "clients skip an entry whose weight they cannot read, so the mirror would get nothing",
    cure: "write a whole number without quotation marks; 0 disables the mirror",
    before: '"weight": "10"',
    after: '"weight": 10',
  },
  {
    code: "no-mirrors",
    wrong: "the pool has no list of mirrors, or an empty one, or one of more than 10,000",
    reason: "there is nothing to draw from, and all visitors stay on the fallback",
    cure: 'add "mirrors", a list of at least one mirror',
    before: '{ "version": 1, "mirrors": [] }',
    after: '{ "version": 1, "mirrors": [{ "url_prefix": "https://m1.example/os/", "weight": 10 }] }',
  },
  {
    code: "newer-version",
    wrong: "the pool declares a version of the format that this program does not know",
    reason: "clients that do not know it either leave every link on the fallback",
    cure: "write 1, or use a newer fairmirror",
    before: '"version": 2',
    after: '"version": 1',
  },
  {
    code: "blueprint-format",
    wrong:
      'the pool is written in the draft that this format grew from: "url" with a bare host, and the weight as a text',
    reason: "clients do not read the draft",
    cure: "replace the file by the text that the message shows",
    before: '{ "url": "1.dl.example", "weight": "10" }',
    after: '{ "url_prefix": "https://1.dl.example/", "weight": 10 }',
  },
  {
    code: "blueprint-entry",
    wrong:
      "an entry of the draft format cannot be carried over: its address or weight is none, or names something else",
    reason: "the migrated text does not hold it, so the mirror would be lost without a word",
    cure: "find out its https address and a weight from 0 to 1000, and add it to the migrated text",
    before: '{ "url": "ftp://1.dl.example", "weight": "many" }',
    after: '{ "url_prefix": "https://1.dl.example/", "weight": 10 }',
  },
  {
    code: "bad-sha256",
    wrong: "a SHA-256 is not 64 hexadecimal digits in lower case",
    reason: "no download could ever match it",
    cure: 'copy what "sha256sum" says, or let "fairmirror release --write" fill it in',
    before: '"sha256": "F86DCBD6"',
    after: '"sha256": "f86dcbd6fc45b333ef7894d4deca4728ac18d51b921738ee094167867d58d45a"',
  },
  {
    code: "bad-path",
    wrong:
      "the path of a release does not stand below the mirrors' addresses as an address would write it, or ends in a name that not every disk takes",
    reason:
      "a path that begins with a slash, steps up or holds a space leads to different places with different clients, and browsers save a file under another name when its own begins with a dot, ends in one, or holds marks that cannot be seen",
    cure: "write it without a slash at either end, without .. and with %20 for a space; let it end in a plain name",
    before: '"path": "/os/1.0/../os 1.0.img"',
    after: '"path": "os/os%201.0.img"',
  },
];
