import { digestBytes } from "../../verify/check-sum.ts";
import { TIMER_CLOCK } from "../../verify/download/timer-clock.ts";
import { fetchWithin } from "../download/fetch-within.ts";
import { nameOf } from "../../verify/name-of.ts";
import { placePiece } from "../../verify/piece-list.ts";
import { visitDraw } from "../../verify/visit-draw.ts";
import type { PublicMirror } from "../../core/pool.ts";
import { fetchElsewhere, type FetchPieces } from "../heal/fetch-elsewhere.ts";
import { healDownload, type HealEnd } from "../heal/heal-download.ts";
import { listAllowed } from "../ways/host-permission.ts";
import { keepAllowed } from "../ways/match-sites.ts";
import { findSavedName } from "../ways/find-saved-name.ts";
import type { MessageKey } from "../words/say.ts";
import { createProgressBar } from "./progress-bar.ts";
import { type Desk, type Telling, tellState } from "./desk.ts";
import { holdDownload } from "./hold-download.ts";
import { holdPage } from "./hold-page.ts";
import { createMirrorBars, type MirrorBars } from "./mirror-bars.ts";
import type { PieceOffer } from "./run-engine.ts";

const ENDS: Readonly<Record<HealEnd, readonly [state: string, words: MessageKey]>> = {
  whole: ["done", "done"],
  unchecked: ["offer", "browser_done"],
  interrupted: ["offer", "browser_failed"],
  unmendable: ["offer", "stream_lost"],
};

/** What a download is healed with. */
interface Healing {
  readonly offer: PieceOffer;
  /** Whose stream is healed. */
  readonly mirror: PublicMirror;
  readonly bars: MirrorBars;
  readonly signal: AbortSignal;
}

function openElsewhere({ offer, mirror, bars }: Healing, signal: AbortSignal): FetchPieces {
  const { list, release, visit, mirrors } = offer;
  return fetchElsewhere(
    {
      ...{ list, path: release.path, draw: visitDraw(visit), digest: digestBytes, clock: TIMER_CLOCK, signal },
      readPool: async () => keepAllowed(mirrors, await listAllowed()),
      fetch: fetchWithin(document),
      random: Math.random,
      onEvent: bars.note,
    },
    mirror.url_prefix,
  );
}

/** How it ended, and the name that the file has on the disk. */
interface Healed {
  readonly end: HealEnd;
  readonly name: string;
}

async function heal(section: HTMLElement, healing: Healing): Promise<Healed> {
  const { offer, mirror, bars, signal } = healing;
  const { list, release } = offer;
  const progress = createProgressBar(section);
  progress.begin({ total: list.size, done: 0 });
  let id: number | undefined;
  const end = await healDownload({
    ...{ mirror, path: release.path, list, digest: digestBytes, signal },
    onBegin: (begun) => (id = begun),
    openElsewhere: (until) => openElsewhere(healing, until),
    // It is asked for nothing more, and its stream is left when it brings no better.
    onBad: () => bars.note({ kind: "mirror-dropped", mirror: mirror.url_prefix, fault: "lies" }),
    onPiece: (index, origin) => {
      const bytes = placePiece(list, index).length;
      progress.add(bytes);
      if (origin === "stream")
        bars.note({ kind: "piece-checked", mirror: mirror.url_prefix, index, bytes, isSlow: false });
    },
  });
  const wished = nameOf(release.path);
  return { end, name: id === undefined ? wished : await findSavedName(id, wished) };
}

async function run(desk: Desk, offer: PieceOffer, mirror: PublicMirror): Promise<Telling> {
  const { section, turns } = desk;
  const words = { name: nameOf(offer.release.path), host: new URL(mirror.url_prefix).host };
  const signal = turns.begin();
  tellState(desk, { state: "writing", key: "stream_running", words });
  const work = heal(section, { offer, mirror, bars: createMirrorBars(section, offer.release.size), signal });
  // The download ends with its page.
  const { end, name } = await holdPage(work);
  desk.tried += 1;
  if (signal.aborted) return { state: "cancelled", key: "cancelled" };
  const [state, key] = ENDS[end];
  return { state, key, words: { ...words, name } };
}

/** Lets the browser download from the session's mirror, or the next one where that failed, and heals what comes. */
export async function downloadHealed(desk: Desk, offer: PieceOffer): Promise<void> {
  const mirrors = keepAllowed(offer.mirrors, desk.allowed);
  const mirror = mirrors[desk.tried % mirrors.length];
  if (mirror) await holdDownload(desk, () => run(desk, offer, mirror));
  else tellState(desk, { state: "offer", key: "no_mirrors" });
}
