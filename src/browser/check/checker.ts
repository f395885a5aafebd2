import type { Box } from "./box.ts";
import { checkChosen, type Outcome } from "./check-chosen.ts";
import type { ListSource } from "./load-list.ts";
import { startPace } from "./pace.ts";
import { tellOutcome, type Wish } from "./tell-outcome.ts";

/** What a button in a state of the box does; its `data-do` names it. */
export type Acts = Readonly<Record<string, (wish: Wish, outcome: Outcome) => void>>;

/** Checks one file at a time, and shows in the box how it goes. */
export interface Checker {
  /** Begins anew, whatever was under way. */
  readonly check: (wish: Wish) => Promise<void>;
  readonly cancel: () => void;
}

/** What the checker works with. */
export interface CheckerOptions {
  readonly box: Box;
  readonly source: ListSource;
  readonly acts: Acts;
  /** The language of the page (BCP 47). */
  readonly lang: string;
}

function showOutcome(outcome: Outcome, wish: Wish, { box, acts, lang }: CheckerOptions): void {
  const { state, words } = tellOutcome(outcome, wish, lang);
  for (const button of box.show(state, words).querySelectorAll<HTMLElement>("[data-do]"))
    button.addEventListener("click", () => acts[button.dataset["do"] ?? ""]?.(wish, outcome));
}

/** Makes the checker of a box. */
export function createChecker(options: CheckerOptions): Checker {
  const { box, source, lang } = options;
  let running = new AbortController();
  return {
    check: async (wish) => {
      running.abort();
      const { signal } = (running = new AbortController());
      const pace = startPace(wish.file.size, lang, () => performance.now());
      const onBytes = (count: number): void => {
        const { part, words } = pace.add(count);
        if (!signal.aborted) box.progress(part, words);
      };
      box.show("checking", { name: wish.file.name });
      box.progress(0);
      // The script of the worker is the site's own: without it the site is out of reach.
      const outcome = await checkChosen({ ...wish, source, onBytes, signal }).catch((): Outcome => ({
        code: "no-list",
      }));
      if (signal.aborted) return;
      box.progress(undefined);
      showOutcome(outcome, wish, options);
    },
    cancel: () => {
      running.abort();
      box.progress(undefined);
      box.show("cancelled");
    },
  };
}
