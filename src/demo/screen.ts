/** A part of a terminal that is drawn again in place. */
export interface Screen {
  /** Puts a text of one or more lines where the last one stood; no line may be wider than the terminal. */
  readonly draw: (text: string) => void;
  /** Says that a line was typed, which moved the cursor down. */
  readonly noteTypedLine: () => void;
}

/** Makes a screen that writes ANSI control sequences (ECMA-48: CUU, ED). */
export function createScreen(write: (text: string) => void): Screen {
  let lines = 0;
  return {
    draw: (text) => {
      write(`${lines > 0 ? `\u001b[${lines}A\r\u001b[J` : ""}${text}\n`);
      lines = text.split("\n").length;
    },
    noteTypedLine: () => {
      lines++;
    },
  };
}
