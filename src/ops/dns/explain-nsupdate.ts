import type { Problem } from "../../core/problem.ts";
import { toPlainText } from "../plain-text.ts";

/** What came of the program `nsupdate`. */
export interface NsupdateRun {
  /** Null when it was ended, for want of time. */
  readonly code: number | null;
  readonly stderr: string;
}

/** What servers answer (RFC 2136, 2.2; RFC 8945, 5.3), and what that most likely means; the first that fits counts. */
const ANSWERS: readonly (readonly [answer: RegExp, message: string, cure: string])[] = [
  [
    /BADKEY/,
    "must be a key that the server knows, got one that it does not",
    "include the key in the server's configuration",
  ],
  [
    /BADSIG/,
    "must hold the server's secret, got another one under the same name",
    "copy the key's file from the server",
  ],
  [/BADTIME/, "must be used at the server's time, got a clock that differs by more than 5 minutes", "set both clocks"],
  [/BADTRUNC|BADALG/, "must be for an algorithm that the server takes, got another", "make a key with hmac-sha256"],
  [
    /REFUSED|NOTAUTH\b/,
    "must let the key change A and AAAA of the pool's name, got a refusal",
    "grant it that, and check that the server is the zone's primary",
  ],
  [/NOTZONE/, "must be a zone of the server, got another", "correct zone.origin in fallback.json"],
  [/NOTIMP/, "must take dynamic updates, got none", "turn them on, or write a file"],
  [
    /YXRRSET/,
    "must not be an alias (CNAME), got one, or addresses that came meanwhile",
    "remove the alias, or run it again",
  ],
  [
    /NXRRSET/,
    "must keep still for a moment, got other addresses at each try",
    "look who else changes them, and run it again",
  ],
  [/SERVFAIL/, "must be in order, got a fault of the server", "look into the server's log"],
  [
    /could not read key|invalid key|bad key/i,
    "must be a key as tsig-keygen writes it, got another file",
    "make one with tsig-keygen",
  ],
  [
    /timed out|no servers|connection refused|unreachable|couldn't get address|communication with/i,
    "must be reached, got no answer",
    "check the server in fallback.json, and that TCP is let through",
  ],
];

/** Tells whether the server refused because its addresses are others than those the update was made for. */
export function isOutrun({ code, stderr }: NsupdateRun): boolean {
  return code === 2 && /[NY]XRRSET/.test(stderr);
}

/** Gives the problem that an update met, or undefined when it was taken. */
export function explainNsupdate(run: NsupdateRun, server: string): Problem | undefined {
  if (run.code === 0) return undefined;
  const place = { code: "update-failed", file: server, pointer: "" };
  if (run.code === null)
    return {
      ...place,
      message: "must answer in time, got nothing",
      cure: 'check the server, or allow more with "--timeout"',
    };
  const [, message, cure] = ANSWERS.find(([answer]) => answer.test(run.stderr)) ?? [];
  if (message !== undefined && cure !== undefined) return { ...place, message, cure };
  const said = toPlainText(run.stderr.trim()).slice(0, 200);
  return {
    ...place,
    message: `must take the update, got exit code ${run.code} of nsupdate: ${said}`,
    cure: "look into the server's log",
  };
}
