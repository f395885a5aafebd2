import { escapeXml } from "../../core/escape-xml.ts";
import { describeWay, drawWay, WAY_SIZE } from "./draw-way.ts";
import type { ScenarioResult, WayResult } from "./run-scenario.ts";

/** Renders one way as a picture for a page (SVG), with the same in words. `id` must be the picture's own in the page. */
export function pictureWay(result: ScenarioResult, way: WayResult, id: string): string {
  const { width, height } = WAY_SIZE;
  const words = escapeXml(describeWay(result, way));
  const title = `<title id="${id}-title">${escapeXml(`${way.way}: ${result.title}`)}</title>`;
  const names = `aria-labelledby="${id}-title" aria-describedby="${id}-words"`;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" class="way-picture" viewBox="0 0 ${width} ${height}" role="img" ${names}>`;
  return `${head}${title}<desc id="${id}-words">${words}</desc>${drawWay(result, way)}</svg>`;
}
