import type { Explanation } from "./explanation.ts";

/** What the site's build can refuse beside what the other checks find. */
export const SITE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "bad-host",
    wrong: "the host of an address holds something else than letters, digits, hyphens and dots",
    reason: "in the site's content security policy an asterisk or a semicolon would mean something else",
    cure: "write the full name of one host",
    before: '"url_prefix": "https://*.m1.example/"',
    after: '"url_prefix": "https://www.m1.example/"',
  },
  {
    code: "bad-project",
    wrong: "a value of site/project.json is missing, or cannot stand where the pages show it",
    reason: "the pages would have an empty or a broken place",
    cure: "see site/README.md for what belongs there",
    before: '"name": ""',
    after: '"name": "Project Example"',
  },
  {
    code: "low-contrast",
    wrong: "a colour cannot be read on the one that it stands on",
    reason: "people with weak eyes, or in the sun, would not see the text (WCAG 2.2, 1.4.3)",
    cure: "take a darker one in front of a light one, or a lighter one in front of a dark one",
    before: '"text": "#999999", "ground": "#fdfdfd"',
    after: '"text": "#333333", "ground": "#fdfdfd"',
  },
];
