import type { Explanation } from "./explanation.ts";

/** What `release` can refuse, and what can be wrong with the files that it writes. */
export const RELEASE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "not-a-file",
    wrong: "what is to be read is a folder, a device or a pipe",
    reason: "only a file has a size and stays as it is",
    cure: "name a file",
    before: "fairmirror release build/",
    after: "fairmirror release build/os.img",
  },
  {
    code: "empty-file",
    wrong: "a file that is to be released holds nothing",
    reason: "a build that failed leaves such files behind",
    cure: "build it anew",
    before: "os.img   0 bytes",
    after: "os.img   67108864 bytes",
  },
  {
    code: "changed-file",
    wrong: "a file changed while it was read",
    reason: "its hashes would be of something that never was",
    cure: "wait until it is complete, and run it again",
    before: "make image & fairmirror release os.img",
    after: "make image && fairmirror release os.img",
  },
  {
    code: "same-name",
    wrong: "two files of the releases have the same name in different folders",
    reason: "the hashes of their pieces lie beside releases.json under that name, in one and the same file",
    cure: "put the version into the name, or remove the older entry",
    before: "os/1.0/os.img and os/1.1/os.img",
    after: "os/1.0/os-1.0.img and os/1.1/os-1.1.img",
  },
  {
    code: "wrong-pieces",
    wrong: "a .pieces file does not hold the hashes that releases.json speaks of",
    reason: "every right piece would count as wrong, and every mirror with it",
    cure: "make both anew",
    before: "releases.json of today, os.img.pieces of last week",
    after: "fairmirror release os.img --base os/1.0/ --write",
  },
  {
    code: "bad-time",
    wrong: "a moment is not written as ISO 8601 has it in UTC",
    reason: "clients compare lists by it, and must not read it in their own zone",
    cure: "write the day, a T, the time and a Z",
    before: '"generated": "25 Nov 2026"',
    after: '"generated": "2026-11-25T04:30:00Z"',
  },
  {
    code: "bad-name",
    wrong: "the name of a file holds something else than letters, digits and . _ + -",
    reason: "visitors paste commands that name it: a shell would read a space, a $ or a ; as something else",
    cure: "rename the file",
    before: "os 1.0 (final).img",
    after: "os-1.0.img",
  },
];
