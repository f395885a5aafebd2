import { defineRule, type Finding } from "./rule.ts";
import type { RuleFolder } from "./rule-folder.ts";

function findDuplicates({ releases }: RuleFolder): Finding[] {
  const files = releases?.files ?? [];
  return files.flatMap((file, index) => {
    const first = files.findIndex((other) => other?.path === file?.path);
    if (file?.path === undefined || first === index) return [];
    const message = `must stand once, got the path of /files/${first} again`;
    return [{ pointer: `/files/${index}/path`, message, cure: "remove one of the two" }];
  });
}

/** No file of a release stands twice. */
export const duplicateFile = defineRule(
  {
    code: "duplicate-file",
    wrong: "a path stands in the list of releases more than once",
    reason: "programs differ on which size and hash count, so a right download may be called wrong",
    cure: "remove the older of the two entries",
    before: '{ "path": "os/1.0/os.img", "size": 900 },\n{ "path": "os/1.0/os.img", "size": 1000 }',
    after: '{ "path": "os/1.0/os.img", "size": 1000 }',
  },
  "releases",
  findDuplicates,
);
