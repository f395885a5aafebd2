/**
 * The script tag. All that happens in the page happens here: the state of the visit, the links, the listeners. Whatever goes
 * wrong, the links stay as their author wrote them.
 */
import { isKnownVersion, isMirror, isOpenTo } from "../core/accept.ts";
import { hasPath, raceMirrors } from "../core/order.ts";
import type { Pool, PublicMirror } from "../core/pool.ts";
import { findPath } from "../core/rewrite.ts";
import { sessionDraw } from "../core/session.ts";
import { isUrlPrefix } from "../core/url-prefix.ts";
import { askMirror } from "./liveness.ts";
import { loadPool } from "./load.ts";
import { keepSession } from "./session-store.ts";

declare global {
  interface Window {
    /** Set while the script runs in the page. */
    fairmirror?: {
      /** Brings the author's addresses back, for good. */
      restore(): void;
    };
  }
}

const RETRY_LINK = "a.use-mirror-pool-on-retry";
const LINKS = `a.use-mirror-pool,${RETRY_LINK}`;

/** A pointer that only passes over a link asks nobody. */
const REST_MS = 65;

/** When so many mirrors in a row do not answer, the fault is likely on this side: no more are asked until the next intent. */
const MAX_SILENT = 4;

// A script that is a module is not told its own element: it reads the same words from <html>.
const { dataset } = document.currentScript ?? document.documentElement;
const { pool: source = "/mirrors.json", fallbackPrefix, liveness } = dataset;

// The order of a session follows from its key; what the visitor chose comes first, what was tried is left out.
let [key = crypto.getRandomValues(new Uint32Array(1)).join(), choice = "", ...tried] = keepSession() ?? [];
const draw = sessionDraw(key);
let order: readonly PublicMirror[] | undefined;
let fallback: string;
let asked: string | undefined;
/** The link that the visitor was last at, with the pointer, a finger or the keyboard. */
let meant: HTMLAnchorElement | null | undefined;
let activeState = "ready";
let idleState = "fallback";
let told: string;
let warned = 0;

/** Listens for what is done to links; to anything else, too, as to none. */
function listen(type: string, react: (link?: HTMLAnchorElement | null) => unknown): void {
  document.addEventListener(type, ({ target }) => {
    react((target as Partial<Element>).closest?.("a"));
  });
}

/** Serves every link anew, and tells the page what changed. */
function update(): void {
  const detail = fallback && serveLinks();
  const state = detail === fallback ? idleState : activeState;
  // Whoever tried them all begins anew on the next page: the fault may have been on this side.
  keepSession([key, choice, ...(detail === fallback ? [] : tried)]);
  if (told === (told = state + detail)) return;
  document.documentElement.dataset["mirrorState"] = state;
  document.dispatchEvent(new CustomEvent("fairmirror:" + state, { detail }));
}

async function start(): Promise<undefined> {
  const text = await loadPool(source);
  if (!text) return;
  const pool = JSON.parse(text) as Pool;
  const mirrors = pool.mirrors.filter((entry) =>
    isMirror(entry, dataset) ? isOpenTo(entry, location.protocol) : warn(entry),
  );
  // The draw among many mirrors is a task of its own, as are the links: one for all would hold the page up for too long.
  await new Promise<void>(setTimeout as (done: () => void) => unknown);
  // Whoever restored the links while the pool was on its way has emptied the list.
  if (order) return;
  const race = raceMirrors(mirrors, draw);
  const prefix = fallbackPrefix ?? pool.fallback_prefix;
  if (!isKnownVersion(pool.version) || !race[0] || !isUrlPrefix(prefix, dataset)) return warn(source);
  setOrder(race);
  if (new Date(pool.expires ?? "") < new Date()) activeState = "stale";
  fallback = prefix;
  // Not at once: a page that watches its links, too, and sets them back would stand still.
  new MutationObserver(() => setTimeout(update)).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ["class", "href"],
  });
  if (liveness !== "off") {
    listen("pointerover", noteIntent);
    listen("focusin", noteIntent);
  }
  listen("click", noteClick);
}

/** Points a link at the first mirror that has its file, or at the second when it is a retry link; gives the first. */
function serveLink(link: HTMLAnchorElement): string | undefined {
  const path = findLinkPath(link);
  if (path === undefined) return warn(link);
  const first = findPrefix(path);
  const prefix = link.matches(RETRY_LINK) ? findPrefix(path, first) : first;
  // It stands in the page, so that a copy of the link is known as well.
  const href = (link.dataset["urlPrefix"] = prefix) + path;
  if (link.href !== href) link.href = href;
  return first;
}

/** Asks the mirror of the link that is meant, and when it is silent the next one of whatever link is meant by then. */
async function checkMeant(): Promise<void> {
  for (let asks = 0; asks++ < MAX_SILENT;) {
    const prefix = meant?.dataset["urlPrefix"];
    // Nobody is asked for a link that was left, twice, from a machine that is off the net, or where the page led it elsewhere.
    if (!prefix || prefix === asked || !navigator.onLine || prefix === fallback || !meant?.href.startsWith(prefix))
      return;
    asked = prefix;
    try {
      await askMirror(meant.href);
    } catch {
      if (asked === prefix) tried.push(prefix);
      update();
    }
  }
}

/** Sets the order. A choice made by hand comes first; that it comes again later changes nothing. */
function setOrder(mirrors: readonly PublicMirror[] = []): void {
  order = [...mirrors.filter(({ url_prefix }) => url_prefix === choice), ...mirrors];
}

function serveLinks(): string {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(LINKS)];
  const drawn = links.map(serveLink).find((prefix) => prefix !== fallback && prefix) ?? fallback;
  const { host } = new URL(drawn);
  for (const element of document.querySelectorAll("[data-mirror-host]")) {
    if (element.textContent !== host) element.textContent = host;
  }
  return drawn;
}

function noteIntent(link?: HTMLAnchorElement | null): void {
  meant = link;
  setTimeout(checkMeant, REST_MS);
}

/** Names what cannot be used: the pool, an entry of it, a link that is not below the fallback prefix. One line for the whole page. */
function warn(thing: unknown): undefined {
  if (!warned++) console.warn("fairmirror: cannot use", thing);
}

function findLinkPath(link: HTMLAnchorElement): string | undefined {
  return findPath(link.href, link.dataset["urlPrefix"]) ?? findPath(link.href, fallback);
}

function noteClick(link?: HTMLAnchorElement | null): void {
  if (!link) return;
  // A click ends in Firefox what is under way, and what begins after it: that says nothing of the mirror.
  asked = meant = undefined;
  // One that leads beside the mirrors says nothing of them.
  if (link.dataset["urlPrefix"] && link.matches(RETRY_LINK)) tried.push(findPrefix(findLinkPath(link) ?? ""));
  if (link.dataset["mirror"]) {
    choice = link.dataset["mirror"];
    tried = [];
    // The choice of the mirror that was drawn anyway is news as well.
    told = "";
    setOrder(order);
  }
  // The click must reach the address that the visitor saw.
  setTimeout(update);
}

/** Finds the first mirror of the order that has the file and was not tried, leaving out one more; the fallback when none is left. */
function findPrefix(path: string, first?: string): string {
  const isLeft = (mirror: PublicMirror): boolean =>
    mirror.url_prefix !== first && hasPath(mirror, path) && !tried.includes(mirror.url_prefix);
  return order?.find(isLeft)?.url_prefix ?? fallback;
}

// An element with this id is a property of the window, too.
if (!window.fairmirror?.restore) {
  window.fairmirror = {
    restore() {
      setOrder();
      idleState = "restored";
      update();
    },
  };
  void start()
    .catch(() => warn(source))
    .then(() => setTimeout(update));
}
