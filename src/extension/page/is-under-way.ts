const UNDER_WAY = ["running", "writing", "checking", "saving"];

/** Tells whether work is under way in a section, by its state (`showState`): a download, or the check of a file. */
export function isUnderWay(state = ""): boolean {
  return UNDER_WAY.includes(state);
}
