import type { DownloadEvent } from "../../verify/download/download-event.ts";
import type { Fault } from "../../verify/download/fault.ts";
import type { MessageKey } from "../words/say.ts";

/** What happened at one mirror. */
export type MirrorEvent = Extract<DownloadEvent, { readonly mirror: string }>;

/** What an event says of a mirror: a state is told by its word and its shape, and never by colour alone. */
export interface EventWords {
  readonly shape: "asked" | "works" | "slow" | "rests" | "dropped";
  readonly words: MessageKey;
}

const FAULT_WORDS: Readonly<Record<Fault, MessageKey>> = {
  lies: "fault_lies",
  "wrong-file": "fault_other_file",
  "wrong-range": "fault_other_file",
  "too-long": "fault_other_file",
  encoded: "fault_other_file",
  "no-range": "fault_no_range",
  missing: "fault_missing",
  refused: "fault_refused",
  redirected: "fault_redirected",
  unreachable: "fault_unreachable",
  busy: "fault_busy",
  stalls: "fault_stalls",
  "breaks-off": "fault_stalls",
};

/** Gives the word and the shape for what happened at a mirror. */
export function describeEvent(event: MirrorEvent): EventWords {
  if (event.kind === "piece-checked")
    return event.isSlow ? { shape: "slow", words: "mirror_slow" } : { shape: "works", words: "mirror_works" };
  if (!("fault" in event)) return { shape: "asked", words: "mirror_asked" };
  // A mirror that gives no parts may be of use in the end.
  const isDropped = event.kind === "mirror-dropped" && event.fault !== "no-range";
  return { shape: isDropped ? "dropped" : "rests", words: FAULT_WORDS[event.fault] };
}
