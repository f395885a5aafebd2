import type { Answer, DownloadRequest, Question } from "../../verify/download/download-request.ts";

/** What the engine takes for an answer that left https. */
const LEFT_HTTPS: Answer = { status: 0, url: "http:", headers: new Headers(), body: null };

/**
 * Makes the fetch of a download that tells a mirror which leads away from https from one that does not answer: the extension's
 * policy forbids to follow there (`connect-src https:`), and the browser calls that a network error like any other. `scope`, a
 * document or a worker, is told of what the policy forbade.
 */
export function fetchWithin(scope: EventTarget): DownloadRequest["fetch"] {
  const forbidden = new Set<string>();
  const asked = new Set<string>();
  scope.addEventListener("securitypolicyviolation", (event) => {
    // The address that was asked, not the one that it led to.
    forbidden.add((event as SecurityPolicyViolationEvent).blockedURI);
  });
  /** Chromium tells of it after the failure, but before another request is answered: there is one for that, and no more for a mirror that is just out of reach. */
  async function waitForWord(url: string, question: Question): Promise<void> {
    if (forbidden.has(url) || asked.has(url) || question.signal.aborted) return;
    asked.add(url);
    const { body } = await fetch(url, { ...question, redirect: "manual" });
    await body?.cancel();
  }
  return async (url, question) => {
    try {
      return await fetch(url, question);
    } catch (error) {
      await waitForWord(url, question).catch(() => undefined);
      if (forbidden.has(url)) return LEFT_HTTPS;
      throw error;
    }
  };
}
