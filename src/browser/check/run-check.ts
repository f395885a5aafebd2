import type { Box } from "./box.ts";
import { showName } from "../../verify/show-name.ts";
import { checkChosen, type CheckSource, type Outcome } from "../../verify/check-chosen.ts";
import { PACE_MARK, startPace } from "../../verify/pace.ts";
import { tellOutcome, type Wish } from "../../verify/tell-outcome.ts";

/** What a button in a state of the box does; its `data-do` names it. */
export type Acts = Readonly<Record<string, (wish: Wish, outcome: Outcome) => void>>;

/** What a check works with. */
export interface CheckTools {
  readonly box: Box;
  readonly source: CheckSource;
  readonly acts: Acts;
  /** The language of the page (BCP 47). */
  readonly lang: string;
}

/** Shows in the box how far a work on `total` bytes has come, until it is ended; takes the bytes that are done. */
export function showPace({ box, lang }: Pick<CheckTools, "box" | "lang">, total: number, signal: AbortSignal) {
  const pace = startPace({ total, done: 0 }, { lang, left: box.left, now: () => performance.now() });
  box.progress(0);
  return (count: number): void => {
    pace.add(count);
    const { part, percent, rate } = pace.tell();
    if (!signal.aborted) box.progress(part, percent && percent + PACE_MARK + rate);
  };
}

/** Checks a file, and shows in the box how it goes and what came of it. Never rejects. */
export async function runCheck(
  wish: Wish,
  { box, source, acts, lang }: CheckTools,
  signal: AbortSignal,
): Promise<void> {
  // Cancel is there when the button that began this goes, and has the focus until the next buttons are there.
  const onBytes = showPace({ box, lang }, wish.file.size, signal);
  box.show("checking", { name: showName(wish.file.name) });
  // The script of the worker is the site's own: without it the site is out of reach.
  const outcome = await checkChosen({ ...wish, source, onBytes, signal }).catch((): Outcome => ({ kind: "no-list" }));
  if (signal.aborted) return;
  const { state, words } = tellOutcome(outcome, wish, lang);
  for (const button of box.show(state, words).querySelectorAll<HTMLElement>("[data-do]"))
    button.addEventListener("click", () => acts[button.dataset["do"] ?? ""]?.(wish, outcome));
  box.progress(undefined);
}
