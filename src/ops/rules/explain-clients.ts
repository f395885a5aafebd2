import type { Explanation } from "./explanation.ts";

/** What the page and the extension can refuse in a list of releases. */
export const CLIENT_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "rolled-back",
    wrong: "a signed list is older than one that was seen before",
    reason: "an old list, signed in its time, would bring an old file with known holes back",
    cure: "publish the newest list everywhere, and do not use this one",
    before: '"generated": "2026-01-05T00:00:00Z" after a list of November was seen',
    after: '"generated": "2026-11-25T00:00:00Z"',
  },
  {
    code: "expired",
    wrong: "a list of releases is past its end",
    reason: "somebody may be holding a newer one back; the files in it are still the right ones",
    cure: "make and sign it anew",
    before: '"expires": "2026-01-05T00:00:00Z"',
    after: "fairmirror release os.img --days 180 --write, then fairmirror sign mirrors/releases.json",
  },
  {
    code: "no-files",
    wrong: "a list of releases has no file that a client can use",
    reason: "nothing could be checked against it",
    cure: "measure the files into it",
    before: '"files": []',
    after: "fairmirror release os.img --base os/1.0/ --write",
  },
  {
    code: "bad-file",
    wrong: "an entry of a list of releases cannot be used by clients",
    reason: "without path, size and SHA-256 nothing can be checked; the other entries are used",
    cure: "run the strict check on the list",
    before: '{ "path": "../os.img", "size": "64 MiB" }',
    after: "fairmirror validate",
  },
  {
    code: "too-many-files",
    wrong: "a list of releases names more than 1,000 files",
    reason: "clients look at the first 1,000, so that a long list can't slow them down; the others can't be checked",
    cure: "leave old files out",
    before: '"files": [1,200 entries]',
    after: '"files": [those of the current releases]',
  },
];
