/** Control characters but for tab and line feed, the marks that turn the direction of writing, and the other line ends of Unicode. */
const UNSAFE = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Our own colours (ECMA-48, SGR). */
const ESCAPE = "\u001b";
const COLOR = new RegExp(`(${ESCAPE}\\[[\\d;]*m)`);

function escapeAll(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Writes out as \uXXXX what could steer a terminal, or show a text in another order than it has: values come from files and servers
 * of others. In JSON the escapes mean the same as the characters.
 */
export function escapeControls(text: string, { keepsColor = false } = {}): string {
  if (!keepsColor) return escapeAll(text);
  return text
    .split(COLOR)
    .map((part, index) => (index % 2 === 1 ? part : escapeAll(part)))
    .join("");
}
