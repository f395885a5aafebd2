import type { ShownWay } from "../../balance/simulate/show-ways.ts";
import type { SimulatorAnswer } from "./simulator-job.ts";
import { findPart } from "../../verify/find-part.ts";

function showWay(root: HTMLElement, { picture, cells, comparison }: ShownWay, index: number): void {
  const { documentElement } = new DOMParser().parseFromString(picture, "image/svg+xml");
  root.querySelectorAll("svg")[index]?.replaceWith(document.importNode(documentElement, true));
  const row = root.querySelectorAll("tbody tr")[index];
  const places = [...(row?.querySelectorAll("td") ?? [])];
  for (const [column, text] of [...cells, comparison || "–"].entries()) {
    const place = places[column];
    if (place) place.textContent = text;
  }
}

/** Shows what the simulator gave: pictures, numbers, and a sentence for those who hear the page. */
export function showAnswer(root: HTMLElement, { clients, ways }: SimulatorAnswer): void {
  ways.forEach((way, index) => {
    showWay(root, way, index);
  });
  const news = findPart(root, "news");
  const [moves = "", off = ""] = ways.at(-1)?.cells ?? [];
  const words: Readonly<Record<string, string>> = { clients: String(clients), moves, off };
  news.textContent = (news.dataset["done"] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
}
