import { findWindow } from "./find-window.ts";

/** What the background asks the extension's open pages: which tab are you? Those of private windows keep to themselves. */
export interface TabQuestion {
  readonly kind: "which-tab";
  readonly incognito: boolean;
}

/** Where an open page is. */
export interface TabAnswer {
  readonly tab: number;
  readonly window: number;
}

function isQuestion(message: unknown): message is TabQuestion {
  return (message as Partial<TabQuestion> | null)?.kind === "which-tab";
}

async function findOpenTab(incognito: boolean): Promise<TabAnswer | undefined> {
  const question: TabQuestion = { kind: "which-tab", incognito };
  return chrome.runtime.sendMessage<TabQuestion, TabAnswer | undefined>(question).catch(() => undefined);
}

/** Shows an address of the extension's full page: in the page that is open, since two would be in each other's way, else in a new one. */
export async function showTab(url: string, incognito: boolean): Promise<void> {
  const open = await findOpenTab(incognito);
  if (!open) {
    const windowId = await findWindow(incognito);
    await chrome.tabs.create({ url, ...(windowId !== undefined && { windowId }) });
    return;
  }
  await chrome.tabs.update(open.tab, { url, active: true });
  await chrome.windows.update(open.window, { focused: true });
}

/** Lets this page be found. */
export function answerWhichTab(): void {
  chrome.runtime.onMessage.addListener((message: unknown, _sender, answer: (tab: TabAnswer | undefined) => void) => {
    if (!isQuestion(message) || message.incognito !== chrome.extension.inIncognitoContext) return undefined;
    void chrome.tabs.getCurrent().then((tab) => answer(tab && { tab: tab.id ?? -1, window: tab.windowId }));
    return true;
  });
}
