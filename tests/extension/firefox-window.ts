import type { Marionette } from "./marionette.ts";

/** Sends Firefox a command. */
export type Send = Marionette["send"];

/** The question of an extension, and its buttons, in Firefox's own window. */
const QUESTION = "#notification-popup[panelopen=true] #addon-webext-permissions-notification";
const BUTTONS = {
  allow: `${QUESTION} .popup-notification-primary-button`,
  refuse: `${QUESTION} .popup-notification-secondary-button`,
} as const;

/** What a user can answer to a question of an extension. */
export type Answer = keyof typeof BUTTONS;

/** Finds a part of what Firefox shows, and waits for it. */
export async function findElement(send: Send, selector: string): Promise<unknown> {
  const found = (await send("WebDriver:FindElement", { using: "css selector", value: selector })) as { value: object };
  return Object.values(found.value)[0];
}

/** Sends a command, and gives the value that it has. */
export async function readValue(send: Send, command: string, parameters: object): Promise<unknown> {
  return ((await send(command, parameters)) as { readonly value: unknown }).value;
}

/** Does something in Firefox's own window. */
async function inChrome<Value>(send: Send, act: () => Promise<Value>): Promise<Value> {
  await send("Marionette:SetContext", { value: "chrome" });
  const value = await act();
  await send("Marionette:SetContext", { value: "content" });
  return value;
}

/** Runs a script in Firefox's own window, which calls its only argument when it is done. */
export function runInside(send: Send, script: string): Promise<unknown> {
  return inChrome(send, () => readValue(send, "WebDriver:ExecuteAsyncScript", { script, args: [] }));
}

/** Keeps in Firefox's own window what waits for the next tab to open, in any window or with a new one, and waits for it. */
const AWAIT_TAB = `window.nextTab = new Promise((resolve) => {
  const opened = "browser-delayed-startup-finished";
  Services.obs.addObserver(function onWindow() {
    Services.obs.removeObserver(onWindow, opened);
    resolve();
  }, opened);
  for (const { gBrowser } of Services.wm.getEnumerator("navigator:browser"))
    gBrowser.tabContainer.addEventListener("TabOpen", resolve, { once: true });
})`;
const WHEN_OPEN = "const [done] = arguments; window.nextTab.then(() => done())";

/** Does something that opens a tab, and goes there. */
export async function goToNext(send: Send, act: () => Promise<unknown>): Promise<void> {
  const list = async (): Promise<string[]> => (await send("WebDriver:GetWindowHandles")) as string[];
  const before = await list();
  await inChrome(send, () => send("WebDriver:ExecuteScript", { script: AWAIT_TAB, args: [] }));
  await act();
  await runInside(send, WHEN_OPEN);
  const next = (await list()).find((handle) => !before.includes(handle));
  await send("WebDriver:SwitchToWindow", { handle: next });
}

/** Answers the question of an extension as a user would. */
export async function answerQuestion(send: Send, answer: Answer): Promise<void> {
  await inChrome(send, async () => {
    await findElement(send, BUTTONS[answer]);
    // WebDriver takes the question to be out of the window.
    const script = `document.querySelector(${JSON.stringify(BUTTONS[answer])}).click()`;
    await send("WebDriver:ExecuteScript", { script, args: [] });
  });
}
