/** Bars that end within a character, by eighths of its width. */
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Renders a part, from 0 to 1, as a bar of at most so many characters; whatever is above 0 can be seen. */
export function renderBar(part: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(part, 0), 1) * width * 8);
  const seen = part > 0 ? Math.max(eighths, 1) : 0;
  return "█".repeat(Math.floor(seen / 8)) + (EIGHTHS[seen % 8] ?? "");
}
