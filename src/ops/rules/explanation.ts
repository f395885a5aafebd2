/** What is told about one kind of problem: by `validate --explain CODE`, and on the site's page of rules. */
export interface Explanation {
  /** As in `Problem.code`. */
  readonly code: string;
  /** What is wrong. */
  readonly wrong: string;
  /** Why it matters. */
  readonly reason: string;
  /** How it is mended. */
  readonly cure: string;
  /** A piece of a file, or a command, that has the problem. */
  readonly before: string;
  /** The same without it. */
  readonly after: string;
}

/** Renders an explanation for a terminal. */
export function renderExplanation({ code, wrong, reason, cure, before, after }: Explanation): string {
  const indent = (text: string): string => text.replaceAll(/^/gm, "  ");
  const sections = [
    [code, wrong],
    ["why it matters", reason],
    ["how to mend it", cure],
    ["before", before],
    ["after", after],
  ] as const;
  return sections.map(([head, text]) => `${head}\n${indent(text)}\n`).join("\n");
}
