import { styleText } from "node:util";

/** What a word can look like. */
export type Look = "bold" | "dim" | "green" | "yellow" | "red";

/** Gives a text a look, or leaves it as it is where colours are not wanted. */
export type Paint = (look: Look, text: string) => string;

/** Leaves every text as it is. */
export const paintNothing: Paint = (_look, text) => text;

/** Colours a text for a terminal. */
export const paintTerminal: Paint = (look, text) => styleText(look, text);

/** Gives colours on a terminal only, and never where NO_COLOR is set (https://no-color.org). */
export function choosePaint(isTerminal: boolean, noColor: string | undefined): Paint {
  return isTerminal && !noColor ? paintTerminal : paintNothing;
}
