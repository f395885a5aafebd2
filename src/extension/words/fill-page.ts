import { type MessageKey, say } from "./say.ts";

/** Gives an element its words; names that only screen readers tell stand in `data-label`. */
function fillElement(element: HTMLElement): void {
  const { message, label } = element.dataset;
  if (message !== undefined) element.textContent = say(message as MessageKey);
  if (label !== undefined) element.setAttribute("aria-label", say(label as MessageKey));
}

/** Fills a page with the words of the browser's language: each `[data-message]`, the title, the language and its direction. */
export function fillPage(): void {
  const root = document.documentElement;
  root.lang = say("language");
  root.dir = say("direction");
  document.title = say("extension_name");
  for (const element of document.querySelectorAll<HTMLElement>("[data-message], [data-label]")) fillElement(element);
}
