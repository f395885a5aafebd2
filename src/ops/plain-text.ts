/** Gives a text on one line and without control characters: what a mirror once said cannot steer the terminal it is shown on. */
export function toPlainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ");
}
