/** Gives the place of a character in a text, as editors tell it: line and column, both from 1. */
export function locateOffset(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
