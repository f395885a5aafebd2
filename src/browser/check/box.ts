import { findPart } from "../../verify/find-part.ts";
import { keepFocus } from "../../verify/keep-focus.ts";

/** The part of the page in which files are checked: its states are `<template data-state>`s, filled with words and shown one at a time. The focus stays in it. */
export interface Box {
  /** Shows a state; each `[data-word]` in it gets the text of that name. Gives what is shown, to listen on its buttons. */
  readonly show: (state: string, words?: Readonly<Record<string, string>>) => ParentNode;
  /** Shows how far the work has come: from 0 to 1, with words beside it; undefined hides it. */
  readonly progress: (part: number | undefined, words?: string) => void;
  /** Says, in the page's words, that a time is left. */
  readonly left: (time: string) => string;
}

/** Opens the box, which can do nothing until then. */
export function openBox(root: HTMLElement): Box {
  const [news, run, words] = [findPart(root, "news"), findPart(root, "run"), findPart(root, "words")];
  const bar = findPart(root, "bar") as HTMLProgressElement;
  root.dataset["ready"] = "";
  return {
    show: (state, filled = {}) => {
      const template = root.querySelector<HTMLTemplateElement>(`template[data-state="${state}"]`);
      const content = document.importNode(template?.content ?? new DocumentFragment(), true);
      for (const element of content.querySelectorAll<HTMLElement>("[data-word]"))
        element.textContent = filled[element.dataset["word"] ?? ""] ?? "";
      root.dataset["state"] = state;
      keepFocus(root, () => news.replaceChildren(content));
      return news;
    },
    progress: (part, text = "") => {
      const isHidden = part === undefined;
      if (run.hidden !== isHidden) keepFocus(root, () => (run.hidden = isHidden));
      bar.value = part ?? 0;
      words.textContent = text;
    },
    left: (time) => words.dataset["left"]?.replace("{time}", time) ?? time,
  };
}
