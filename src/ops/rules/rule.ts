import type { Problem } from "../../core/problem.ts";
import type { Explanation } from "./explanation.ts";
import type { FolderFiles, RuleFolder } from "./rule-folder.ts";

/** A rule about what the files mean, for files whose shape is right: what it is called, why it is there, and the check itself. */
export interface Rule extends Explanation {
  /** Gives everything that breaks the rule. */
  readonly check: (folder: RuleFolder) => Problem[];
}

/** A problem without what the rule knows already. */
export type Finding = Pick<Problem, "pointer" | "message" | "cure">;

/** Makes a rule out of its texts, the file it speaks of, and what finds the places that break it. */
export function defineRule(
  explanation: Explanation,
  file: keyof FolderFiles,
  find: (folder: RuleFolder) => readonly Finding[],
): Rule {
  const { code } = explanation;
  return {
    ...explanation,
    check: (folder) => find(folder).map((finding) => ({ code, file: folder.files[file], ...finding })),
  };
}
