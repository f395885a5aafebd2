import type { Explanation } from "./explanation.ts";

/** What `redirect` can refuse beside what the lists themselves can hold. */
export const REDIRECT_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "odd-fallback-prefix",
    wrong: "the path of the fallback's prefix holds characters that servers read in ways of their own",
    reason: "the links would be matched by one server and missed by another",
    cure: "choose a plainer path: letters, digits, dots, hyphens and underscores",
    before: '"fallback_prefix": "https://dl.project.example/a%20b/"',
    after: '"fallback_prefix": "https://dl.project.example/a-b/"',
  },
  {
    code: "odd-url-prefix",
    wrong: "the address of a mirror holds characters that servers read in ways of their own",
    reason: "it would not come out as it was written, or mean something in the configuration",
    cure: "ask the operator for a plainer address",
    before: '"url_prefix": "https://m1.example/$os/"',
    after: '"url_prefix": "https://m1.example/os/"',
  },
];
