import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import type { ExtensionLab } from "./extension-lab.ts";

/**
 * What lets Chromium's own windows be pressed: its protocol for them, which only machines for testing switch on
 * (https://chromium.googlesource.com/chromium/src/+/HEAD/docs/ui/ui_devtools/index.md).
 */
export const NATIVE_WINDOWS = ["--enable-ui-devtools=0", "--enable-features=ui-debug-tools-enable-synthetic-events"];

/** The buttons of the question, as Chromium orders them. */
const BUTTONS = { refuse: 0, allow: 1 } as const;

/** A program for a page: "window.press(index)" presses a button of the question until it has been answered. */
const OPEN_PROTOCOL = `(port) => new Promise((resolve, reject) => {
  const socket = new WebSocket("ws://127.0.0.1:" + port + "/0");
  const waiting = [];
  const send = (method, params = {}) => new Promise((answer) => {
    socket.send(JSON.stringify({ id: waiting.push(answer), method, params }));
  });
  const find = (node, name) => [
    ...(node.attributes?.includes(name) ? [node] : []),
    ...(node.children ?? []).flatMap((child) => find(child, name)),
  ];
  const isQuestion = (dialog) => find(dialog, "ExtensionInstallDialogView").length > 0;
  const findButton = async (index) => {
    const { root } = await send("DOM.getDocument");
    const question = find(root, "DialogClientView").find(isQuestion);
    return question && find(question, "MdTextButton")[index];
  };
  window.press = async (index) => {
    for (let button, isPressed = false; (button = await findButton(index)) || !isPressed; isPressed ||= button) {
      for (const type of button ? ["mousePressed", "mouseReleased"] : []) {
        const event = { type, x: 5, y: 5, button: "left", wheelDirection: "none" };
        await send("DOM.dispatchMouseEvent", { nodeId: button.nodeId, event });
      }
      // A new question takes no press for half a second, nor one that follows another one sooner (Chromium's InputEventActivationProtector).
      await new Promise((later) => setTimeout(later, 600));
    }
  };
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting[id - 1]?.(result);
  };
  socket.onerror = () => reject(new Error("no protocol for native windows"));
  socket.onopen = () => send("DOM.enable").then(() => resolve());
})`;

/** Does what makes Chromium ask for a permission in a page, and answers as its user would, with a press on the button. */
export async function answerPrompt(
  page: Page,
  { folder }: ExtensionLab,
  answer: keyof typeof BUTTONS,
  act: () => Promise<unknown>,
): Promise<void> {
  const [port = ""] = (await readFile(join(folder, "chromium", "UIDevToolsActivePort"), "utf8")).split("\n");
  const helper = await page.context().newPage();
  await helper.evaluate(`(${OPEN_PROTOCOL})(${port})`);
  // A question goes away with its page when another one comes to the front.
  await page.bringToFront();
  await act();
  await helper.evaluate(`press(${BUTTONS[answer]})`);
  await helper.close();
}
