import type { Problem } from "../../core/problem.ts";

/** Leaves out the problems whose codes are allowed; an exception that nothing needs is a problem itself. */
export function allowProblems(problems: readonly Problem[], codes: readonly string[]): Problem[] {
  const needless = codes.filter((code) => !problems.some((problem) => problem.code === code));
  return [
    ...problems.filter(({ code }) => !codes.includes(code)),
    ...needless.map((code) => ({
      code: "needless-exception",
      pointer: "",
      message: `"--allow ${code}" must be needed, got no such problem`,
      cure: "leave it out",
    })),
  ];
}
