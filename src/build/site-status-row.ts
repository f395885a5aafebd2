import type { MaintainedMirror, Pool } from "../core/index.ts";
import type { MirrorStatus, Status, Verdict } from "../ops/status.ts";
import { type HistoryPicture, pictureHistory } from "./site-history.ts";
import { siteReason } from "./site-reason.ts";
import { showTime } from "./site-time.ts";

/** What the page calls a mirror's state: its verdict, found broken by balancing, switched off by a maintainer, or never asked. */
export type State = Verdict | "broken" | "off" | "unknown";

/** One mirror as the status page shows it. */
export interface StatusRow {
  readonly host: string;
  readonly url_prefix: string;
  readonly sponsor: string;
  readonly state: State;
  /** The state in a word, and as a shape beside it. */
  readonly word: string;
  readonly shape: string;
  /** Where the state stands when the mirrors are sorted by need: what needs a person comes first. */
  readonly order: number;
  readonly reason: string;
  readonly since: string;
  readonly checked: string;
  /** When it last synchronised, where that is known. */
  readonly synced: string;
  /** The chance to be drawn on this site now, in percent, as text and as a number to sort by; empty when nobody is led there. */
  readonly share: string;
  readonly percent: number;
  readonly certificate: string;
  readonly latency: string;
  readonly history: HistoryPicture;
}

/** What the page is made from. */
export interface StatusInputs {
  readonly mirrors: readonly MaintainedMirror[];
  /** The list as published: it says who is drawn now. */
  readonly list: Pool;
  readonly status: Status | undefined;
  readonly now: Date;
  readonly lang: string;
  /** What the site is served over: "https:", or "http:" on one's own machine. */
  readonly protocol: string;
  /** The path of the file on offer: who lacks it is not drawn for it. */
  readonly path: string;
}

/** The states, the one that most needs a person first. */
export const STATE_WORDS: Readonly<Record<State, readonly [word: string, shape: string]>> = {
  wrong: ["wrong", "▲"],
  down: ["down", "✕"],
  broken: ["broken", "◆"],
  outdated: ["outdated", "◐"],
  up: ["up", "●"],
  off: ["off", "–"],
  unknown: ["not probed", "?"],
};

function showTimes(known: MirrorStatus | undefined): Pick<StatusRow, "since" | "checked" | "synced"> {
  return { since: showTime(known?.since), checked: showTime(known?.checked), synced: showTime(known?.synced) };
}

function judge({ url_prefix, weight }: MaintainedMirror, status: Status | undefined): State {
  if (weight === 0) return "off";
  const isThis = (other: { readonly url_prefix: string }): boolean => other.url_prefix === url_prefix;
  const { verdict = "unknown" } = status?.mirrors.find(isThis) ?? {};
  const isFailing = verdict === "down" || verdict === "wrong";
  return !isFailing && status?.balance?.mirrors.find(isThis)?.broken_since !== undefined ? "broken" : verdict;
}

/** Makes the row of a mirror that has so large a share of the downloads, from 0 to 1. */
export function makeStatusRow(mirror: MaintainedMirror, share: number, { status, now, lang }: StatusInputs): StatusRow {
  const { url_prefix, sponsor = "" } = mirror;
  const known = status?.mirrors.find((other) => other.url_prefix === url_prefix);
  const state = judge(mirror, status);
  const [word, shape] = STATE_WORDS[state];
  const percent = new Intl.NumberFormat(lang, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    host: new URL(url_prefix).host,
    url_prefix,
    sponsor,
    state,
    word,
    shape,
    order: Object.keys(STATE_WORDS).indexOf(state),
    reason: siteReason(url_prefix, state, status),
    ...showTimes(known),
    // Its reason tells since when it is out; the verdict is of another kind.
    ...(state === "broken" && { since: "" }),
    share: share > 0 ? percent.format(share) : "",
    percent: share * 100,
    certificate: known?.certificate_days === undefined ? "" : `${known.certificate_days} days`,
    latency: known?.latency_ms === undefined ? "" : `${Math.round(known.latency_ms)} ms`,
    history: pictureHistory(known?.history ?? [], now),
  };
}
