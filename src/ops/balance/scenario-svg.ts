import { escapeXml } from "../../core/escape-xml.ts";
import { describeWay, drawWay, WAY_SIZE } from "../../balance/simulate/draw-way.ts";
import type { ScenarioResult, WayResult } from "../../balance/simulate/run-scenario.ts";
import { describeScenario } from "./render-scenario.ts";

/** Where the pictures of the ways stand, two in a row. */
const GRID = { left: 16, top: 44, head: 20, gap: 24, columns: 2 };

const STYLE = `
    text { font: 12px system-ui, sans-serif; fill: #1b1b1f; font-variant-numeric: tabular-nums }
    .head { font-weight: 600; font-size: 15px }
    .way { font-weight: 600; font-size: 13px }
    .ground { fill: #fff }
    .axis { stroke: #8a8a92; fill: none }
    .event { stroke: #8a8a92; stroke-dasharray: 1 3 }
    .load { stroke: #2f6f8f; stroke-width: 1.5; fill: none }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6e6ea }
      .ground { fill: #17181c }
      .load { stroke: #6fb6d6 }
    }`;

function placeWay(result: ScenarioResult, way: WayResult, index: number): string {
  const x = GRID.left + (index % GRID.columns) * (WAY_SIZE.width + GRID.gap);
  const y = GRID.top + Math.floor(index / GRID.columns) * (WAY_SIZE.height + GRID.head + GRID.gap);
  const head = `<text class="way" x="0" y="12">${escapeXml(way.way)}</text>`;
  const plot = `<g transform="translate(0 ${GRID.head})">${drawWay(result, way)}</g>`;
  return `<g transform="translate(${x} ${y})">${head}${plot}</g>`;
}

/**
 * Renders what came of a scenario as a picture (SVG): for each way the clients of each mirror over time. Title and description say the
 * same in words; light and dark follow the reader's choice.
 */
export function renderScenarioSvg(result: ScenarioResult): string {
  const rows = Math.ceil(result.ways.length / GRID.columns);
  const width = GRID.left * 2 + GRID.columns * WAY_SIZE.width + GRID.gap;
  const height = GRID.top + rows * (WAY_SIZE.height + GRID.head + GRID.gap);
  const words = [...describeScenario(result), ...result.ways.map((way) => describeWay(result, way))];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">Clients of each mirror over time: ${escapeXml(result.title)}</title>
  <desc id="desc">${escapeXml(words.join("\n"))}</desc>
  <style>${STYLE}
  </style>
  <rect class="ground" width="${width}" height="${height}"/>
  <text class="head" x="16" y="28">${escapeXml(result.title)}</text>
  ${result.ways.map((way, index) => placeWay(result, way, index)).join("\n  ")}
</svg>
`;
}
