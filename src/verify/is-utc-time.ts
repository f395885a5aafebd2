/** Tells whether a text is a moment as ISO 8601 writes it in UTC, such as "2026-11-25T04:30:00Z". */
export function isUtcTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}
