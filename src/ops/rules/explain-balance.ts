import type { Explanation } from "./explanation.ts";

const TABLE = "url_prefix,clients\nhttps://m1.example/os/,400";

/** What `balance` can refuse. */
export const BALANCE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "invalid-csv",
    wrong: "a table of clients cannot be read as CSV",
    reason: "a row with a cell too many or too few means something else than it seems",
    cure: "name the columns in the first line, and give each line below as many cells",
    before: "url_prefix,clients\nhttps://m1.example/os/",
    after: TABLE,
  },
  {
    code: "duplicate-column",
    wrong: "a table of clients names a column twice",
    reason: "nobody could tell which of the two counts",
    cure: "remove one of them, or give it another name",
    before: "url_prefix,clients,clients\nhttps://m1.example/os/,400,12",
    after: TABLE,
  },
  {
    code: "unknown-load",
    wrong: "a table of clients names a mirror that the pool does not have",
    reason: "its clients would be missing from the sum, and every fair share would be wrong",
    cure: "write the url_prefix as it stands in mirrors.json, or remove the row",
    before: "https://m1.exmaple/os/,400",
    after: "https://m1.example/os/,400",
  },
  {
    code: "missing-load",
    wrong: "a table of clients does not tell of a mirror in use",
    reason: "it would count as empty, and everyone would be sent there",
    cure: "add its row; 0 clients where it has none",
    before: TABLE,
    after: `${TABLE}\nhttps://m2.example/,0`,
  },
  {
    code: "duplicate-load",
    wrong: "a table of clients has two rows for the same mirror",
    reason: "nobody could tell which of them counts",
    cure: "keep one row for each mirror, with all of its clients",
    before: `${TABLE}\nhttps://m1.example/os/,10`,
    after: "url_prefix,clients\nhttps://m1.example/os/,410",
  },
  {
    code: "no-speed",
    wrong: "weights are to follow capacities, and no mirror's speed was measured",
    reason: "the probe measures speeds only where it is told to, as that costs the mirrors traffic",
    cure: "let it measure them, best at the time of day that most visitors come",
    before: "fairmirror balance --from capacity",
    after: "fairmirror probe --speed --write\nfairmirror balance --from capacity",
  },
  {
    code: "broken-gzip",
    wrong: "a log that is packed with gzip is cut off or damaged",
    reason: "what is missing may be the hours that count",
    cure: "copy it again, or name the log before it was packed",
    before: "fairmirror balance --log m1.example=half-copied.log.gz",
    after: "fairmirror balance --log m1.example=access.log",
  },
  {
    code: "no-downloads",
    wrong: "the logs have no line of a download",
    reason: "every mirror would seem to be empty, and most likely they are of another kind",
    cure: "name access logs of the combined format, or with a JSON object a line",
    before: "fairmirror balance --log m1.example=error.log",
    after: "fairmirror balance --log m1.example=access.log",
  },
  {
    code: "no-status",
    wrong: "effective weights are to be kept, and there is no status.json yet",
    reason: "they stand there beside each mirror's verdict, and never in mirrors.json",
    cure: "probe the mirrors first",
    before: "fairmirror balance --loads clients.csv --write",
    after: "fairmirror probe --write\nfairmirror balance --loads clients.csv --write",
  },
];
