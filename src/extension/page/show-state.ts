import { keepFocus } from "../../verify/keep-focus.ts";

/** Shows a state of a section: of its parts that name states in `data-when`, those that name this one. The focus stays in the section. */
export function showState(section: HTMLElement, state: string): void {
  keepFocus(section, () => {
    section.dataset["state"] = state;
    for (const part of section.querySelectorAll<HTMLElement>("[data-when]"))
      part.hidden = !(part.dataset["when"] ?? "").split(" ").includes(state);
  });
}
