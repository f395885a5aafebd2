/** One piece of work at a time: whoever begins ends what was under way. */
export interface Turns {
  /** Ends the turn before; gives the signal that ends this one. */
  readonly begin: () => AbortSignal;
  readonly end: () => void;
}

/** Makes turns; none is under way. */
export function createTurns(): Turns {
  let current = new AbortController();
  return {
    begin: () => {
      current.abort();
      current = new AbortController();
      return current.signal;
    },
    end: () => current.abort(),
  };
}
