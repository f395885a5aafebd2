import type { Verdict } from "./status.ts";

/** What one probe thinks of a mirror. "unasked": this machine could not ask it, so that what was thought before stays. */
export type FoundVerdict = Verdict | "unasked";

/** What a fault that a probe met means for the mirror; "unasked": it says nothing of the mirror, since this machine could not ask it. */
export const FAULT_VERDICTS = {
  "not-asked": "unasked",
  "no-name": "down",
  refused: "down",
  "no-answer": "down",
  closed: "down",
  slow: "down",
  "bad-certificate": "down",
  "bad-status": "down",
  "bad-http": "down",
  "redirect-circle": "down",
  missing: "outdated",
  "other-size": "outdated",
  "old-trace": "outdated",
  "redirect-unsafe": "wrong",
  "text-type": "wrong",
  encoded: "wrong",
  "false-length": "wrong",
  "false-range": "wrong",
  "too-much": "wrong",
  "bad-bytes": "wrong",
} as const satisfies Record<string, FoundVerdict>;

/** What kind of fault it is. */
export type FaultCode = keyof typeof FAULT_VERDICTS;

/** What went wrong while a mirror was asked. */
export interface Fault {
  readonly code: FaultCode;
  /** Why, in words for the operator. Example: "answers 404 for project/1.0/image.iso". */
  readonly reason: string;
}

/** Gives what a fault means for the mirror it was met at; no fault is "up". */
export function judgeFault(fault: Fault | undefined): FoundVerdict {
  return fault ? FAULT_VERDICTS[fault.code] : "up";
}
