import { escapeXml } from "../../balance/escape-xml.ts";
import { describeScenario } from "./render-scenario.ts";
import type { ScenarioResult, WayResult } from "../../balance/simulate/run-scenario.ts";

/** The picture's measures, in its own units. */
const WIDTH = 720;
const TOP = 72;
const PANEL = { left: 64, width: 520, height: 120, step: 168 };

/** As many mirrors as can be told apart; the others are in the JSON. */
const MOST_LINES = 8;

/** Each line has a dash of its own, as colour alone tells too little. */
const DASHES = ["", "7 3", "2 3", "10 3 2 3", "12 5", "1 4", "5 5", "8 2 2 2 2 2"];

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1b1b1f; font-variant-numeric: tabular-nums }
    .head { font-weight: 600; font-size: 15px }
    .way { font-weight: 600 }
    .ground { fill: #fff }
    .axis { stroke: #8a8a92; fill: none }
    .load { stroke: #2f6f8f; stroke-width: 1.5; fill: none }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6e6ea }
      .ground { fill: #17181c }
      .load { stroke: #6fb6d6 }
    }`;

interface Scale {
  readonly top: number;
  /** The last minute, and the most clients of a mirror in any way. */
  readonly minutes: number;
  readonly most: number;
}

function findMost({ ways }: ScenarioResult): number {
  return ways.reduce((most, { loads }) => loads.reduce((part, { clients }) => Math.max(part, ...clients), most), 1);
}

function renderLine({ loads }: WayResult, place: number, { top, minutes, most }: Scale): string {
  const points = loads.map(({ minute, clients }) => {
    const x = PANEL.left + (minute / minutes) * PANEL.width;
    const y = top + PANEL.height * (1 - (clients[place] ?? 0) / most);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `<polyline class="load" stroke-dasharray="${DASHES[place] ?? ""}" points="${points.join(" ")}"/>`;
}

function renderPanel(result: WayResult, scale: Scale, lines: number): string[] {
  const { top, minutes, most } = scale;
  const [right, bottom] = [PANEL.left + PANEL.width, top + PANEL.height];
  return [
    `<text class="way" x="${PANEL.left}" y="${top - 10}">${escapeXml(result.way)}</text>`,
    `<path class="axis" d="M${PANEL.left} ${top}V${bottom}H${right}"/>`,
    `<text x="${PANEL.left - 6}" y="${top + 10}" text-anchor="end">${most}</text>`,
    `<text x="${PANEL.left - 6}" y="${bottom}" text-anchor="end">0</text>`,
    `<text x="${right}" y="${bottom + 16}" text-anchor="end">${(minutes / 60).toFixed(0)} h</text>`,
    ...Array.from({ length: lines }, (_, place) => renderLine(result, place, scale)),
  ];
}

function renderLegend(names: readonly string[]): string[] {
  return names.flatMap((name, place) => {
    const y = TOP + 8 + place * 20;
    const x = PANEL.left + PANEL.width + 16;
    const line = `<path class="load" stroke-dasharray="${DASHES[place] ?? ""}" d="M${x} ${y}h28"/>`;
    return [line, `<text x="${x + 34}" y="${y + 4}">${escapeXml(name.slice(0, 12))}</text>`];
  });
}

/** Tells in words what each panel draws: how many clients each mirror had in the end. */
function describePanel({ mirrors }: ScenarioResult, { way, loads }: WayResult): string {
  const last = loads.at(-1)?.clients ?? [];
  return `${way}, in the end: ${mirrors.map((name, place) => `${name} ${last[place] ?? 0}`).join(", ")}.`;
}

/**
 * Renders what came of a scenario as a picture (SVG): for each way the clients of each mirror over time. Title and description say the
 * same in words; light and dark follow the reader's choice. Of many mirrors it draws the first eight.
 */
export function renderScenarioSvg(result: ScenarioResult): string {
  const names = result.mirrors.slice(0, MOST_LINES);
  const height = TOP + result.ways.length * PANEL.step - 16;
  const [minutes, most] = [result.hours * 60, findMost(result)];
  const panels = result.ways.flatMap((way, index) =>
    renderPanel(way, { top: TOP + index * PANEL.step, minutes, most }, names.length),
  );
  const words = [...describeScenario(result), ...result.ways.map((way) => describePanel(result, way))];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">Clients of each mirror over time: ${escapeXml(result.title)}</title>
  <desc id="desc">${escapeXml(words.join("\n"))}</desc>
  <style>${STYLE}
  </style>
  <rect class="ground" width="${WIDTH}" height="${height}"/>
  <text class="head" x="16" y="28">${escapeXml(result.title)}</text>
  ${[...panels, ...renderLegend(names)].join("\n  ")}
</svg>
`;
}
