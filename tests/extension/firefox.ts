import type { ExtensionLab } from "./extension-lab.ts";
import { FIND_PROCESS, makeDoubleClick, RELOAD, renderNotify, renderWait } from "./firefox-scripts.ts";
import { FIREFOX_ORIGIN, type Preferences, startFirefoxProgram } from "./firefox-program.ts";
import {
  answerQuestion,
  type Answer,
  findElement,
  goToNext,
  readValue,
  runInside,
  type Send,
} from "./firefox-window.ts";

/** A running Firefox with the extension in it. One page at a time. */
export interface ExtensionFirefox {
  /** Where its downloads go. */
  readonly downloads: string;
  /** Opens a page of the extension, or of the lab's site. */
  readonly open: (url: string) => Promise<void>;
  /** Opens a page of the extension in a private window, and stays there. */
  readonly openPrivately: (url: string) => Promise<void>;
  /** Opens a page of the extension in another tab, and goes there. */
  readonly openBeside: (url: string) => Promise<void>;
  /** Does something that opens a tab, and goes there. */
  readonly openNext: (act: () => Promise<unknown>) => Promise<void>;
  /** Goes back from the tab that was opened last, and closes it. */
  readonly goBack: () => Promise<void>;
  /** Gives what an expression of the page comes to. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Waits until a part of the page is there, by its selector, and gives its text. */
  readonly waitFor: (selector: string) => Promise<string>;
  /** Waits until an expression of the page is true, looking whenever the page changes. */
  readonly waitUntil: (expression: string) => Promise<unknown>;
  readonly click: (selector: string) => Promise<unknown>;
  /** Answers what Firefox itself asks, as its user would, with a click on the button. */
  readonly answerPrompt: (answer: Answer) => Promise<void>;
  /** Clicks twice, as fast as a hand that is used to it. */
  readonly doubleClick: (selector: string) => Promise<unknown>;
  readonly choose: (selector: string, path: string) => Promise<unknown>;
  /** Ends the process of the extension, and leaves the browser. */
  readonly killExtension: () => Promise<void>;
  /** Loads the extension again, as an update would. */
  readonly reloadExtension: () => Promise<unknown>;
  /** Tells it what the machine does: that it goes to sleep, or wakes. */
  readonly notify: (topic: "sleep_notification" | "wake_notification") => Promise<unknown>;
  /** Ends it as a breakdown would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** It ends what hangs, and says nothing about speed. */
const WAIT_MS = 30_000;

async function openPage(send: Send, url: string): Promise<void> {
  // From the same page with other words behind the "#" it would not load anew.
  await send("WebDriver:Navigate", { url: "about:blank" });
  await send("WebDriver:Navigate", { url: new URL(url, FIREFOX_ORIGIN).href });
}

/** What WebDriver opens, and what kind. */
interface NewWindow {
  readonly type: "tab" | "window";
  readonly private?: boolean;
}

async function openWindow(send: Send, kind: NewWindow): Promise<void> {
  const { handle } = (await send("WebDriver:NewWindow", kind)) as { handle: string };
  await send("WebDriver:SwitchToWindow", { handle });
}

/** Starts Firefox with the lab's extension, and with some preferences more. */
export async function startFirefox(lab: ExtensionLab, more: Preferences = {}): Promise<ExtensionFirefox> {
  const { program, marionette, downloads } = await startFirefoxProgram(lab, more);
  const { send } = marionette;
  await send("WebDriver:NewSession", { acceptInsecureCerts: true });
  await send("WebDriver:SetTimeouts", { implicit: WAIT_MS });
  await send("Addon:Install", { path: lab.extension, temporary: true, allowPrivateBrowsing: true });
  const find = (selector: string): Promise<unknown> => findElement(send, selector);
  const close = async (): Promise<void> => {
    marionette.close();
    await program.stop();
  };
  return {
    downloads,
    open: (url) => openPage(send, url),
    openPrivately: async (url) => {
      await openWindow(send, { type: "window", private: true });
      await openPage(send, url);
    },
    openBeside: async (url) => {
      await openWindow(send, { type: "tab" });
      await openPage(send, url);
    },
    openNext: (act) => goToNext(send, act),
    goBack: async () => {
      const [first] = (await send("WebDriver:CloseWindow")) as string[];
      await send("WebDriver:SwitchToWindow", { handle: first });
    },
    evaluate: (expression) => readValue(send, "WebDriver:ExecuteScript", { script: `return ${expression}`, args: [] }),
    waitFor: async (selector) =>
      (await readValue(send, "WebDriver:GetElementText", { id: await find(selector) })) as string,
    waitUntil: (expression) => send("WebDriver:ExecuteAsyncScript", { script: renderWait(expression), args: [] }),
    click: async (selector) => send("WebDriver:ElementClick", { id: await find(selector) }),
    doubleClick: async (selector) => send("WebDriver:PerformActions", makeDoubleClick(await find(selector))),
    answerPrompt: (answer) => answerQuestion(send, answer),
    choose: async (selector, text) => send("WebDriver:ElementSendKeys", { id: await find(selector), text }),
    killExtension: async () => void process.kill((await runInside(send, FIND_PROCESS)) as number, "SIGKILL"),
    reloadExtension: () => runInside(send, RELOAD),
    notify: (topic) => runInside(send, renderNotify(topic)),
    kill: async () => {
      program.process.kill("SIGKILL");
      await close();
    },
    close,
  };
}
