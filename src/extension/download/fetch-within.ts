import type { Answer, DownloadRequest } from "../../verify/download/download-request.ts";

/** What the engine takes for an answer that left https. */
const LEFT_HTTPS: Answer = { status: 0, url: "http:", headers: new Headers(), body: null };

/**
 * Makes the fetch of a download that tells a mirror which leads away from https from one that does not answer: the extension's
 * policy forbids to follow there (`connect-src https:`), and the browser calls that a network error like any other. `scope`, a
 * document or a worker, is told of what the policy forbade.
 */
export function fetchWithin(scope: EventTarget): DownloadRequest["fetch"] {
  const forbidden = new Set<string>();
  scope.addEventListener("securitypolicyviolation", (event) => {
    // The address that was asked, not the one that it led to.
    forbidden.add((event as SecurityPolicyViolationEvent).blockedURI);
  });
  return async (url, question) => {
    try {
      return await fetch(url, question);
    } catch (error) {
      // Chromium tells of it after the failure, but before another request is answered.
      const { type, body } = await fetch(url, { ...question, redirect: "manual" });
      if (type === "opaqueredirect" && forbidden.has(url)) return LEFT_HTTPS;
      await body?.cancel();
      throw error;
    }
  };
}
