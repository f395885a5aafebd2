/**
 * Firefox's filter for the body of one answer, which the types of Chromium's interface do not know (MDN: webRequest.StreamFilter).
 * What is written to it has no back-pressure. `write` throws while it is suspended; `suspend` and `resume` throw once the stream has
 * ended, which may be before `onstop` is called.
 */
export interface StreamFilter {
  ondata: ((event: { readonly data: ArrayBuffer }) => void) | null;
  onstop: (() => void) | null;
  onerror: (() => void) | null;
  /** Such as "transferringdata", "suspended" or "finishedtransferringdata". */
  readonly status: string;
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly suspend: () => void;
  readonly resume: () => void;
  readonly close: () => void;
}

/** What the filter is made by; undefined where the browser has none, or the extension may not use it. */
export type FilterResponse = ((requestId: string) => StreamFilter) | undefined;

/** Finds Firefox's filter. */
export function findFilter(): FilterResponse {
  const requests = (chrome as Partial<typeof chrome>).webRequest as { filterResponseData?: FilterResponse } | undefined;
  return requests?.filterResponseData?.bind(requests);
}
