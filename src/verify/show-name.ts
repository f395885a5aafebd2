import { escapeText } from "../core/show-value.ts";

/** Two joiners hide, but are letters to some languages, and turn nothing. */
const SHOWN = /[^\u200c\u200d]+/g;

/**
 * Gives a name from outside, as from the visitor's disk or out of an address, so that it can neither hide its ending nor turn the
 * words around it. Names out of the signed list need it not: they hold nothing of the kind.
 */
export function showName(name: string): string {
  return name.replace(SHOWN, escapeText);
}
