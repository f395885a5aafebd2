import type { Explanation } from "./explanation.ts";

/** What `publish`, `order`, `simulate` and `metalink` can refuse, and what any command that writes can. */
export const LIST_EXPLANATIONS: readonly Explanation[] = [
  {
    code: "unwritable-file",
    wrong: "a file cannot be written where it was asked for",
    reason: "nothing was changed: a file is replaced whole or not at all",
    cure: "make the folder, get the right to write there, or name another file",
    before: "fairmirror publish --output nowhere/mirrors.json --write",
    after: "mkdir nowhere\nfairmirror publish --output nowhere/mirrors.json --write",
  },
  {
    code: "not-a-list",
    wrong: "the file that the list would replace is no published list",
    reason: "most likely another file was named by mistake, such as the maintainers' own mirrors.json",
    cure: "name another file, or remove this one",
    before: "fairmirror publish --output mirrors/mirrors.json --write",
    after: "fairmirror publish --output dist/site/mirrors.json --write",
  },
  {
    code: "no-fallback-prefix",
    wrong: "nobody says where the links of the site begin",
    reason: "without it, nobody can tell which part of an address is the file's path on the mirrors",
    cure: 'add "fallback_prefix" to mirrors.json, or give it to "order" with "--fallback-prefix"',
    before: '{ "version": 1, "mirrors": [ … ] }',
    after: '{ "version": 1, "fallback_prefix": "https://dl.project.example/", "mirrors": [ … ] }',
  },
  {
    code: "not-under-fallback",
    wrong: "an address does not lie below the fallback's prefix",
    reason: "only files below it are on the mirrors",
    cure: "write the address as the site links it",
    before: "fairmirror order https://www.project.example/os/1.0/os.img",
    after: "fairmirror order https://dl.project.example/os/1.0/os.img",
  },
  {
    code: "no-mirror-has-it",
    wrong: "no mirror that is drawn carries the file yet",
    reason: "a download would end in a 404; the fallback is the only place to have it from",
    cure: "probe again in a while: the mirrors fetch a new release by themselves",
    before: '"lacks": ["os/1.1/"], at every mirror',
    after: "fairmirror probe --write",
  },
  {
    code: "unknown-mirror",
    wrong: 'what "--without" names is no mirror of the list',
    reason: "what happens when it leaves cannot be told",
    cure: "write its prefix or its host as the list has it",
    before: "fairmirror simulate --without m9.example",
    after: "fairmirror simulate --without m1.example",
  },
  {
    code: "unknown-path",
    wrong: "releases.json has no file of that path",
    reason: "its size and hashes are not known",
    cure: "write the path as releases.json has it",
    before: "fairmirror metalink os.img",
    after: "fairmirror metalink os/1.0/os.img",
  },
  {
    code: "several-files",
    wrong: "several files would go to one place",
    reason: "two Metalinks one after the other are none",
    cure: "name one path, or a folder for all of them",
    before: "fairmirror metalink",
    after: "fairmirror metalink --output dist/site --write",
  },
];
