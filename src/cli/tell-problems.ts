import type { Problem } from "../core/problem.ts";
import { renderProblem } from "../ops/render-problem.ts";
import type { CommonOptions, ExitCode } from "./command.ts";
import type { Host } from "./host.ts";

/** Tells problems, one a line, or as `{problems}` where JSON is asked for; gives 1 when there are any, else 0. */
export function tellProblems(
  problems: readonly Problem[],
  { json }: Pick<CommonOptions, "json">,
  host: Host,
): ExitCode {
  if (json) host.out(`${JSON.stringify({ problems }, undefined, 2)}\n`);
  else for (const problem of problems) host.tell(renderProblem(problem));
  return problems.length > 0 ? 1 : 0;
}
