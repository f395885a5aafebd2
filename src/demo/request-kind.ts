import type { IncomingHttpHeaders } from "node:http";
import { RETRY_HEADER, VISITOR_HEADER } from "./headers.ts";

/**
 * What a request for the file is to the count of downloads: a "hit" begins one; so does a "retry", but another mirror was this
 * simulated visitor's first choice; "again" is the browser's own doing and begins nothing.
 */
export type RequestKind = "hit" | "retry" | "again";

/** Tells the requests that begin a download from those that go on with one. */
export interface RequestJudge {
  readonly judge: (headers: IncomingHttpHeaders) => RequestKind;
  /** Says that the visitor's request was cut before anything was sent. */
  readonly noteCut: (headers: IncomingHttpHeaders) => void;
}

/** For so long after a cut connection the same visitor's next request is the browser asking again, in milliseconds. */
export const ASK_AGAIN_MS = 1000;

function nameVisitor(headers: IncomingHttpHeaders): string {
  return String(headers[VISITOR_HEADER] ?? headers["user-agent"] ?? "");
}

/** Chromium resumes what broke off, from the first byte that it lacks. */
function isResumption({ range = "" }: IncomingHttpHeaders): boolean {
  return /^bytes=0*[1-9]/.test(range);
}

/** Chromium loads its own page of a failed navigation anew, after 1, 5 and 30 seconds: with no click, it sends no `Sec-Fetch-User`. */
function isReload(headers: IncomingHttpHeaders): boolean {
  return headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-user"] === undefined;
}

/**
 * Makes a judge of one stand-in's requests. A connection that is cut unanswered makes Chromium ask once more, and Firefox nine
 * times, within some 50 ms and in the same words. `now` gives milliseconds.
 */
export function createRequestJudge(now: () => number): RequestJudge {
  const cuts = new Map<string, number>();
  const wasJustCut = (headers: IncomingHttpHeaders): boolean =>
    now() - (cuts.get(nameVisitor(headers)) ?? -Infinity) < ASK_AGAIN_MS;
  return {
    judge: (headers) => {
      if (isResumption(headers) || isReload(headers) || wasJustCut(headers)) return "again";
      return headers[RETRY_HEADER] === undefined ? "hit" : "retry";
    },
    noteCut: (headers) => {
      cuts.set(nameVisitor(headers), now());
    },
  };
}
