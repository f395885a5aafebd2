import { EXTENSION_ID } from "./project.ts";

/** What WebDriver calls an element by (https://www.w3.org/TR/webdriver/#elements). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Makes the parameters of `WebDriver:PerformActions` that click twice on an element. */
export function makeDoubleClick(element: unknown): object {
  const move = { type: "pointerMove", x: 0, y: 0, origin: { [ELEMENT]: element } };
  const click = [
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  const mouse = { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" } };
  return { actions: [{ ...mouse, actions: [move, ...click, ...click] }] };
}

/** Renders a script that ends when an expression of the page is true, which is looked at whenever the page changes. */
export function renderWait(expression: string): string {
  return `const [done] = arguments;
  const look = () => (${expression}) && (observer.disconnect(), done());
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();`;
}

/** For the browser's own context: gives the number of the process that all extensions' pages run in. */
export const FIND_PROCESS = `const [done] = arguments;
ChromeUtils.requestProcInfo().then(({ children }) => done(children.find(({ type }) => type === "extension").pid));`;

/** For the browser's own context: loads the lab's extension again. */
export const RELOAD = `const [done] = arguments;
const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
AddonManager.getAddonByID("${EXTENSION_ID}").then((addon) => addon.reload()).then(() => done());`;

/** For the browser's own context: renders what tells it of a change of the machine. */
export function renderNotify(topic: string): string {
  return `const [done] = arguments; Services.obs.notifyObservers(null, "${topic}"); done();`;
}
