import type { Problem } from "../core/problem.ts";

/** Gives a problem as one line for a terminal: place, what is wrong, and the cure. */
export function renderProblem({ file, pointer, message, cure }: Problem): string {
  const place = [file, pointer].filter(Boolean).join(" ");
  return `${place ? `${place}: ` : ""}${message}${cure ? `; ${cure}` : ""}`;
}
