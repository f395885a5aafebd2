import { keep, readKept } from "../lists/kept.ts";
import { showTab } from "../open-tab.ts";
import { renderPageUrl } from "../page-url.ts";
import { isFilterKnown } from "../ways/filter-permission.ts";
import { giveUp } from "./give-up.ts";
import { type GuardAnswer, type GuardWord, type HealerQuestion, readGuardName } from "./guard-words.ts";
import { findMarked } from "./healed-url.ts";
import { keepLost, type LostDownload } from "./lost-download.ts";

/** Who is to hear at once of a download that is lost: who left its page knows of one that is gone. */
type Telling = "now" | "later";

async function changeNotes(change: (tokens: readonly string[]) => readonly string[]): Promise<void> {
  await keep("healing", change((await readKept("healing")) ?? []));
}

async function note(token: string): Promise<void> {
  await changeNotes((tokens) => [...tokens.filter((other) => other !== token), token]);
}

async function forgetNote(token: string): Promise<void> {
  await changeNotes((tokens) => tokens.filter((other) => other !== token));
}

async function tell(lost: LostDownload, telling: Telling): Promise<void> {
  await keepLost(lost);
  if (telling === "now" || lost.kind === "unchecked") await showTab(`${renderPageUrl()}#offer`, lost.incognito);
}

/** Ends a download that nobody heals any more. One that the browser calls complete by now is its user's: it is told as unchecked. */
async function endHealed(token: string, telling: Telling): Promise<void> {
  const item = await findMarked(token);
  await forgetNote(token);
  // What an earlier run of the browser left behind is in no list, and its files can't be touched.
  if (!item) return telling === "now" ? keep("left", true) : undefined;
  const { id, filename, incognito } = item;
  const kind = item.state === "complete" ? "unchecked" : "gone";
  if (kind === "gone") await giveUp(id);
  await tell({ kind, name: filename.replace(/^.*[\\/]/, ""), incognito }, telling);
}

/** Tells whether a page of the extension heals it: one whose background was ended has no port for a moment. */
async function hasHealer(token: string): Promise<boolean> {
  const question: HealerQuestion = { kind: "who-heals", token };
  return (await chrome.runtime.sendMessage<HealerQuestion, unknown>(question).catch(() => false)) === true;
}

function isOwnPage(sender: chrome.runtime.MessageSender | undefined): boolean {
  return sender?.url?.startsWith(chrome.runtime.getURL("")) ?? false;
}

/** The downloads that are healed now, and what is done about them, one thing after the other. */
interface Guard {
  readonly guarded: Set<string>;
  readonly inTurn: (act: () => Promise<unknown>) => void;
}

function createGuard(): Guard {
  let last: Promise<unknown> = Promise.resolve();
  return {
    guarded: new Set(),
    inTurn: (act) => void (last = last.then(act).catch(() => undefined)),
  };
}

function guardBy({ guarded, inTurn }: Guard, port: chrome.runtime.Port, token: string): void {
  const end = (): void => {
    guarded.delete(token);
    inTurn(() => endHealed(token, "later"));
  };
  guarded.add(token);
  port.onDisconnect.addListener(end);
  port.onMessage.addListener((word: GuardWord) => {
    if (word !== "over") return;
    port.onDisconnect.removeListener(end);
    guarded.delete(token);
    inTurn(() => forgetNote(token));
  });
  const answer = (word: GuardAnswer): void => port.postMessage(word);
  inTurn(() =>
    note(token).then(
      () => answer("noted"),
      () => answer("not noted"),
    ),
  );
}

async function sweep({ guarded }: Guard): Promise<void> {
  for (const token of (await readKept("healing")) ?? [])
    if (!guarded.has(token) && !(await hasHealer(token))) await endHealed(token, "now");
}

/**
 * Ends downloads whose healer is gone; for the background. What it guards is noted on the disk, by tokens that tell nothing else: it
 * ends those downloads also when it was itself ended with the page, as when the extension is loaded again or its process breaks down.
 * Nothing can when the extension is removed.
 */
export function endUnguarded(): void {
  if (!isFilterKnown()) return;
  const guard = createGuard();
  chrome.runtime.onConnect.addListener((port) => {
    const token = readGuardName(port.name);
    if (token !== undefined && isOwnPage(port.sender)) guardBy(guard, port, token);
  });
  // After a breakdown it is the end of the download that starts the background again.
  chrome.downloads.onChanged.addListener(({ state }) => {
    if (state) guard.inTurn(() => sweep(guard));
  });
  // It starts the background with the browser.
  chrome.runtime.onStartup.addListener(() => undefined);
  guard.inTurn(() => sweep(guard));
}
