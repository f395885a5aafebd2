import type { Problem } from "../core/problem.ts";
import { renderProblem } from "../ops/render-problem.ts";
import type { CommonOptions, ExitCode } from "./command.ts";
import type { Host } from "./host.ts";

/** Gives the last line for a command that refused: how much is wrong, and where more is said; nothing when all is well. */
function summarizeProblems([first, ...others]: readonly Problem[]): string[] {
  if (!first) return [];
  const more = `"fairmirror validate --explain ${first.code}" says more`;
  return [others.length === 0 ? `1 problem; ${more}` : `${others.length + 1} problems; ${more} of the first`];
}

/** Tells problems, one a line, and what to do next, or as `{problems}` where JSON is asked for; gives 1 when there are any, else 0. */
export function tellProblems(
  problems: readonly Problem[],
  { json }: Pick<CommonOptions, "json">,
  host: Host,
): ExitCode {
  if (json) host.out(`${JSON.stringify({ problems }, undefined, 2)}\n`);
  else for (const line of [...problems.map(renderProblem), ...summarizeProblems(problems)]) host.tell(line);
  return problems.length > 0 ? 1 : 0;
}
