/** The most characters of a value that a message shows. */
const MAX_SHOWN = 120;

/** What steers a terminal, cannot be seen, or turns the direction of writing (https://trojansource.codes): JSON leaves most of it as it is. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

function escapeUnits(characters: string): string {
  return characters.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Gives a text with everything escaped, as JSON would, that could steer a terminal or hide: for what a message takes over as it is. */
export function escapeText(text: string): string {
  return text.replace(UNSEEN, escapeUnits);
}

function toJson(value: unknown): string {
  try {
    // The type of JSON.stringify hides that it gives undefined for undefined.
    const text = JSON.stringify(value) as string | undefined;
    return text ?? "nothing";
  } catch {
    // It holds itself, or is nested too deep.
    return "a value beyond showing";
  }
}

/** Shows any value in a message: as JSON, escaped so that it is what it seems, and cut where it is long. */
export function showValue(value: unknown): string {
  const text = toJson(value);
  return escapeText(text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 3)}...` : text);
}
