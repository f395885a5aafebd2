import { countPieces } from "./piece-list.ts";
import type { Outcome } from "./check-chosen.ts";
import { showName } from "./show-name.ts";

/** What was asked. */
export interface Wish {
  readonly file: File;
  /** The path of the file that it should be. */
  readonly offered: string;
  /** Finds every bad piece, to mend them. */
  readonly every: boolean;
}

/** A state of what shows the outcome, and the words that its sentences want. */
export interface Telling {
  readonly state: string;
  readonly words: Readonly<Record<string, string>>;
}

function nameState(outcome: Outcome, { file, every }: Wish): string {
  if (outcome.kind === "wrong-size") return file.size > outcome.file.size ? "too-large" : "wrong-size";
  if (outcome.kind === "verified" && outcome.hasExpired) return "verified-expired";
  if (outcome.kind !== "mismatch") return outcome.kind;
  if ("sha256" in outcome.expected) return "mismatch-whole";
  return every ? "mismatch-every" : "mismatch";
}

function findWords(outcome: Outcome, number: Intl.NumberFormat): Readonly<Record<string, string>> {
  if ("reason" in outcome) return { reason: outcome.reason };
  if (!("file" in outcome)) return {};
  const words = { right: outcome.called, rightSize: number.format(outcome.file.size) };
  if (outcome.kind !== "mismatch" || "sha256" in outcome.expected) return words;
  return { ...words, bad: number.format(outcome.bad.length), pieces: number.format(countPieces(outcome.expected)) };
}

/**
 * Gives what is said of an outcome, its numbers written as in a language (BCP 47). A name from the visitor's disk is written so that it can
 * neither hide its ending nor turn the words around it.
 */
export function tellOutcome(outcome: Outcome, wish: Wish, lang: string): Telling {
  const number = new Intl.NumberFormat(lang);
  const words = {
    name: showName(wish.file.name),
    size: number.format(wish.file.size),
    ...findWords(outcome, number),
  };
  return { state: nameState(outcome, wish), words };
}
