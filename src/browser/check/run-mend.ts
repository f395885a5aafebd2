import { keepSession } from "../session-store.ts";
import { measurePieces } from "../../verify/piece-list.ts";
import type { Outcome } from "../../verify/check-chosen.ts";
import type { FileToMend } from "./mend-file.ts";
import { type CheckTools, showPace } from "./run-check.ts";
import { pickTarget } from "./save-copy.ts";
import type { Wish } from "../../verify/tell-outcome.ts";

/** What mending works with. */
export interface MendTools extends Pick<CheckTools, "box" | "lang"> {
  readonly pool: FileToMend["pool"];
  /** Loads the code that mends, which few visitors need. */
  readonly loadMender: () => Promise<{ readonly mendFile: (wish: FileToMend) => Promise<Blob | undefined> }>;
  readonly begin: () => AbortSignal;
}

type Mismatch = Extract<Outcome, { readonly kind: "mismatch" }>;

function toMend(wish: Wish, { file: { path }, expected, bad }: Mismatch, tools: MendTools, signal: AbortSignal) {
  if ("sha256" in expected) return undefined;
  const bytes = measurePieces(expected, bad);
  const key = keepSession()?.[0] ?? String(Math.random());
  const onBytes = showPace(tools, bytes, signal);
  return { ...{ file: wish.file, list: expected, bad, path, pool: tools.pool, key }, onBytes, signal };
}

/** Mends a file of which every bad piece is known, and saves the copy where the visitor says. Never rejects. */
export async function runMend(wish: Wish, outcome: Outcome, tools: MendTools): Promise<void> {
  if (outcome.kind !== "mismatch") return;
  const { box } = tools;
  const words = { name: wish.file.name, right: outcome.file.path.replace(/^.*\//, "") };
  const target = await pickTarget(words.right);
  if (!target) return;
  const signal = tools.begin();
  box.show("repairing", words);
  const job = toMend(wish, outcome, tools, signal);
  const copy =
    job &&
    (await tools
      .loadMender()
      .then(({ mendFile }) => mendFile(job))
      .catch(() => undefined));
  if (signal.aborted) return;
  const isSaved =
    copy !== undefined &&
    (await target.save(copy).then(
      () => true,
      () => false,
    ));
  box.progress(undefined);
  box.show(isSaved ? "repaired" : "no-repair", words);
}
