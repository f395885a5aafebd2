import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";

/** The variable that a password comes in; a command line can be seen by every process of the machine. */
export const PASSWORD_VARIABLE = "FAIRMIRROR_PASSWORD";

function nextLine(lines: Interface): Promise<string> {
  return new Promise((resolve) => {
    lines.once("line", resolve);
    // Ctrl-C or Ctrl-D: nothing was typed.
    lines.once("close", () => resolve(""));
    lines.once("SIGINT", () => lines.close());
  });
}

/** Reads one line after another, without showing what is typed at a terminal. */
async function askLines(questions: readonly string[]): Promise<readonly string[]> {
  const isTerminal = process.stdin.isTTY;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal });
  const answers: string[] = [];
  for (const question of isTerminal ? questions : questions.slice(0, 1)) {
    if (isTerminal) process.stderr.write(question);
    answers.push(await nextLine(lines));
    if (isTerminal) process.stderr.write("\n");
  }
  lines.close();
  return answers;
}

/**
 * Reads a password from the environment, or else from stdin: one line, not shown. Where a new one is made, a terminal is asked
 * twice. Undefined: nothing was given, or two different ones.
 */
export async function readPassword({ isNew }: { readonly isNew: boolean }): Promise<string | undefined> {
  const given = process.env[PASSWORD_VARIABLE];
  if (given) return given;
  const [first, second = first] = await askLines(isNew ? ["password: ", "the same again: "] : ["password: "]);
  return first === "" || first !== second ? undefined : first;
}
