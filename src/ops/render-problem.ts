import type { Problem } from "../core/problem.ts";
import { escapeText } from "../core/show-value.ts";

/** The most characters of a place: keys come from outside, and may be of any length. */
const MAX_PLACE = 200;

function renderPlace(place: string): string {
  return escapeText(place.length > MAX_PLACE ? `${place.slice(0, MAX_PLACE - 3)}...` : place);
}

/** Gives a problem as one line for a terminal, which nothing in it can steer: place, what is wrong, and the cure. A cure may be a text of several lines. */
export function renderProblem({ file, pointer, message, cure }: Problem): string {
  const place = [file && escapeText(file), renderPlace(pointer)].filter(Boolean).join(" ");
  const told = `${place ? `${place}: ` : ""}${escapeText(message)}`;
  return cure ? `${told}; ${cure.split("\n").map(escapeText).join("\n")}` : told;
}
