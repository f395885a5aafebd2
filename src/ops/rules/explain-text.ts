import type { Explanation } from "./explanation.ts";

/** What can be wrong with a file before anything in it is understood. */
export const TEXT_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "unreadable-file",
    wrong: "a file or folder that is needed is not there, or may not be read",
    reason: "without it there is nothing to check or to publish",
    cure: 'check the path and your rights, or name the folder with "--mirrors DIR"',
    before: "fairmirror validate --mirrors mirors",
    after: "fairmirror validate --mirrors mirrors",
  },
  {
    code: "too-large",
    wrong: "a file is far larger than any list of mirrors",
    reason: "reading it would take all the memory; most likely it is another file, such as an image",
    cure: "check that the right file has this name",
    before: "mirrors.json   100 MiB",
    after: "mirrors.json   8 KiB",
  },
  {
    code: "invalid-json",
    wrong: "a file is not JSON",
    reason: "no program can read it; a comma too many is enough",
    cure: "go to the line and column that the message names; JSON has no comments and no comma after the last item",
    before: '{ "mirrors": [], }',
    after: '{ "mirrors": [] }',
  },
  {
    code: "duplicate-key",
    wrong: "a key stands twice in the same object",
    reason: "programs differ on which of the two counts, so what you see is not what visitors get",
    cure: "keep the one that is meant",
    before: '{ "url_prefix": "https://m1.example/", "weight": 0, "weight": 10 }',
    after: '{ "url_prefix": "https://m1.example/", "weight": 10 }',
  },
  {
    code: "invalid-encoding",
    wrong: "a file holds bytes that are no UTF-8 text: broken characters, UTF-16, or data such as an image",
    reason:
      "JSON is UTF-8 wherever it is published; formatting would replace broken characters by question marks for good",
    cure: "check that it is the right file, save it as UTF-8 in your editor, and write the broken characters again",
    before: '"sponsor": "Universit\uFFFDt Nordheim"',
    after: '"sponsor": "Universität Nordheim"',
  },
  {
    code: "unreadable-revision",
    wrong: "the older version to compare with cannot be had from git",
    reason: "what a change does can be told only when there is something to compare with",
    cure: "run it in a checkout, with the name of a commit, branch or tag that it has (a CI job may have to fetch it first)",
    before: "fairmirror validate --diff origin/mian",
    after: "git fetch origin main\nfairmirror validate --diff origin/main",
  },
  {
    code: "needless-exception",
    wrong: "a problem is allowed that is not there",
    reason: "an exception that nobody needs hides the problem when it comes back",
    cure: 'leave the "--allow" out',
    before: "fairmirror validate --allow weight-over-half",
    after: "fairmirror validate",
  },
];
