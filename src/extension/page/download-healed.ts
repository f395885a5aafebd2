import { sessionDraw } from "../../core/session.ts";
import { digestBytes } from "../../verify/check-sum.ts";
import { TIMER_CLOCK } from "../../verify/download/timer-clock.ts";
import { findPart } from "../../verify/find-part.ts";
import { fetchWithin } from "../download/fetch-within.ts";
import { placePiece } from "../../verify/piece-list.ts";
import { fetchElsewhere } from "../heal/fetch-elsewhere.ts";
import { healDownload, type HealEnd } from "../heal/heal-download.ts";
import { nameOf } from "../../verify/name-of.ts";
import type { MessageKey } from "../words/say.ts";
import { type Desk, tellState } from "./desk.ts";
import { createMirrorBars } from "./mirror-bars.ts";
import { createProgress } from "./create-progress.ts";
import type { PieceOffer } from "./run-engine.ts";

const ENDS: Readonly<Record<HealEnd, readonly [state: string, words: MessageKey]>> = {
  whole: ["done", "done"],
  unchecked: ["offer", "browser_done"],
  interrupted: ["offer", "browser_failed"],
  unmendable: ["offer", "stream_lost"],
};

/** Shows what each mirror gave; takes the pieces that are there. */
function showStream({ section }: Desk, { list, release }: PieceOffer, mirror: string) {
  const template = section.querySelector<HTMLTemplateElement>("template[data-part=row]");
  const bars = createMirrorBars(findPart(section, "bars"), template, release.size);
  const progress = createProgress(section);
  progress.begin({ total: list.size, done: 0 });
  return {
    onEvent: bars.note,
    onPiece: (index: number, origin: "stream" | "elsewhere") => {
      const bytes = placePiece(list, index).length;
      progress.add(bytes);
      if (origin === "stream") bars.note({ kind: "piece-checked", mirror, index, bytes });
    },
  };
}

/** Lets the browser download from the session's mirror, or the next one where that failed, and heals what comes. */
export async function downloadHealed(desk: Desk, offer: PieceOffer): Promise<void> {
  const { mirrors, release, list, key } = offer;
  const mirror = mirrors[desk.tried % mirrors.length];
  if (!mirror) return tellState(desk, "offer", "no_mirrors");
  const words = { name: nameOf(release.path), host: new URL(mirror.url_prefix).host };
  const signal = desk.turns.begin();
  tellState(desk, "writing", "stream_running", words);
  const { onEvent, onPiece } = showStream(desk, offer, mirror.url_prefix);
  const request = { list, path: release.path, draw: sessionDraw(key), digest: digestBytes, clock: TIMER_CLOCK, signal };
  const end = await healDownload({
    ...{ mirror, path: release.path, list, digest: digestBytes, signal, onPiece },
    fetchPieces: fetchElsewhere(
      {
        ...request,
        readPool: () => Promise.resolve(mirrors),
        fetch: fetchWithin(document),
        random: Math.random,
        onEvent,
      },
      mirror.url_prefix,
    ),
  });
  desk.tried += 1;
  if (signal.aborted) return tellState(desk, "cancelled", "cancelled");
  const [state, message] = ENDS[end];
  tellState(desk, state, message, words);
}
