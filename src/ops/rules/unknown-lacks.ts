import { showValue } from "../../core/show-value.ts";
import { defineRule, type Finding } from "./rule.ts";
import { knowAll, type RuleFolder } from "./rule-folder.ts";

function findUnknown({ status, releases }: RuleFolder): Finding[] {
  const paths = releases?.files && knowAll(releases.files.map((file) => file?.path));
  if (!paths) return [];
  return (status?.mirrors ?? []).flatMap((mirror, index) =>
    (mirror?.lacks ?? []).flatMap((path, place) => {
      // The empty text is the beginning of every path, and would say that the mirror carries nothing at all.
      if (path === undefined || (path !== "" && paths.some((known) => known.startsWith(path)))) return [];
      const message = `must be the path of a release, got ${showValue(path)}`;
      return [{ pointer: `/mirrors/${index}/lacks/${place}`, message, cure: 'run "fairmirror probe --write"' }];
    }),
  );
}

/** What a mirror lacks is something that it should carry. */
export const unknownLacks = defineRule(
  {
    code: "unknown-lacks",
    wrong: "a mirror is said to lack a path that no release has",
    reason: "the status speaks of an older release: which mirrors carry the current one is not known",
    cure: 'run "fairmirror probe --write"',
    before: '"lacks": ["os/0.9/os.img"]   when releases.json has os/1.0/os.img',
    after: '"lacks": ["os/1.0/os.img"]',
  },
  "status",
  findUnknown,
);
