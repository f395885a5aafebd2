import type { CheckTools } from "./run-check.ts";
import { showPace } from "./run-check.ts";
import { pickTarget } from "./save-copy.ts";
import { batchBytes } from "../../verify/batch-bytes.ts";

/** What keeping a copy works with. */
export interface KeepTools extends Pick<CheckTools, "box" | "lang"> {
  readonly begin: () => AbortSignal;
}

/** A file as it must be. */
export interface MendedCopy {
  readonly copy: Blob;
  /** What it is to be called. */
  readonly right: string;
}

async function keepCopy(mended: MendedCopy, tools: KeepTools): Promise<void> {
  const { copy, right } = mended;
  const target = await pickTarget(right);
  if (!target) return;
  const signal = tools.begin();
  const onBytes = batchBytes(showPace(tools, copy.size, signal), () => performance.now());
  tools.box.show("saving", { right });
  const isSaved = await target.save(copy, { onBytes, signal }).then(
    () => true,
    () => false,
  );
  if (signal.aborted) return;
  if (isSaved) tools.box.show("repaired", { right });
  else offerCopy(mended, tools, "not-saved");
  tools.box.progress(undefined);
}

/**
 * Offers to save a mended copy. The picker makes its file when it is asked, so it is asked no sooner than the copy is whole: a visitor who
 * leaves before has no empty file.
 */
export function offerCopy(mended: MendedCopy, tools: KeepTools, state: "mended" | "not-saved" = "mended"): void {
  const { right } = mended;
  tools.box
    .show(state, { right })
    .querySelector<HTMLElement>("[data-do]")
    ?.addEventListener("click", () => void keepCopy(mended, tools));
}
