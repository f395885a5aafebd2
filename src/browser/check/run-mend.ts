import { showName } from "../../verify/show-name.ts";
import { keepSession } from "../session-store.ts";
import { makeSessionKey } from "../../verify/make-session-key.ts";
import { measurePieces } from "../../verify/piece-list.ts";
import type { Outcome } from "../../verify/check-chosen.ts";
import { type KeepTools, offerCopy } from "./keep-copy.ts";
import type { FileToMend } from "./mend-file.ts";
import { nameCopy } from "./name-copy.ts";
import { nameOf } from "../../verify/name-of.ts";
import { showPace } from "./run-check.ts";
import type { Wish } from "../../verify/tell-outcome.ts";

/** What mending works with. */
export interface MendTools extends KeepTools {
  readonly pool: FileToMend["pool"];
  /** Loads the code that mends, which few visitors need. */
  readonly loadMender: () => Promise<{ readonly mendFile: (wish: FileToMend) => Promise<Blob | undefined> }>;
}

type Mismatch = Extract<Outcome, { readonly kind: "mismatch" }>;

function toMend(
  { file }: Wish,
  { file: { path }, expected, bad }: Mismatch,
  tools: MendTools,
  signal: AbortSignal,
): FileToMend | undefined {
  if ("sha256" in expected) return undefined;
  const [key = makeSessionKey()] = keepSession() ?? [];
  const onBytes = showPace(tools, measurePieces(expected, bad), signal);
  return { file, list: expected, bad, path, pool: tools.pool, key, onBytes, signal };
}

/** Mends a file of which every bad piece is known, and offers the copy. Never rejects. */
export async function runMend(wish: Wish, outcome: Outcome, tools: MendTools): Promise<void> {
  if (outcome.kind !== "mismatch") return;
  const { box } = tools;
  const signal = tools.begin();
  const job = toMend(wish, outcome, tools, signal);
  box.show("repairing", { name: showName(wish.file.name) });
  const mending = job && tools.loadMender().then(({ mendFile }) => mendFile(job));
  const copy = await mending?.catch(() => undefined);
  if (signal.aborted) return;
  if (copy) offerCopy({ copy, right: nameCopy(nameOf(outcome.file.path), wish.file.name) }, tools);
  else box.show("no-repair");
  box.progress(undefined);
}
