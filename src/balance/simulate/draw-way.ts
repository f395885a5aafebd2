import { escapeXml } from "../../core/escape-xml.ts";
import type { ScenarioResult, WayResult } from "./run-scenario.ts";

/** A picture's measures, in its own units. */
export const WAY_SIZE = { width: 280, height: 176 };

const PLOT = { left: 42, right: 236, top: 14, bottom: 148 };

/** As many mirrors as can be told apart; the others are in the JSON. */
const MOST_LINES = 8;

/** Each line has a dash of its own, as colour alone tells too little. */
const DASHES = ["", "7 3", "2 3", "10 3 2 3", "12 5", "1 4", "5 5", "8 2 2 2 2 2"];

/** How far apart the names at the ends of the lines stand at least. */
const NAME_STEP = 14;

interface Scale {
  readonly x: (minute: number) => number;
  readonly y: (clients: number) => number;
}

function findMost({ ways }: ScenarioResult): number {
  return ways.reduce((most, { loads }) => loads.reduce((part, { clients }) => Math.max(part, ...clients), most), 1);
}

function makeScale({ hours }: ScenarioResult, most: number): Scale {
  const { left, right, top, bottom } = PLOT;
  return {
    x: (minute) => Math.round(left + (minute / (hours * 60)) * (right - left)),
    y: (clients) => Math.round(bottom - (clients / most) * (bottom - top)),
  };
}

/** Leaves out the points on a level line, but for its ends. */
function drawLine({ loads }: WayResult, place: number, { x, y }: Scale): string {
  const points = loads.map(({ minute, clients }) => [x(minute), y(clients[place] ?? 0)] as const);
  const corners = points.filter(
    ([, height], index) => height !== points[index - 1]?.[1] || height !== points[index + 1]?.[1],
  );
  const path = corners.map(([across, height]) => `${across} ${height}`).join("L");
  return `<path class="load" stroke-dasharray="${DASHES[place] ?? ""}" d="M${path}"/>`;
}

/** Gives heights near the wanted ones that lie so far apart that names do not touch. */
function spread(heights: readonly number[]): number[] {
  const byHeight = heights.map((height, place) => ({ height, place })).sort((one, other) => one.height - other.height);
  const spreadOut = new Map<number, number>();
  let least = 0;
  for (const { height, place } of byHeight) {
    spreadOut.set(place, Math.max(height, least));
    least = Math.max(height, least) + NAME_STEP;
  }
  return heights.map((height, place) => spreadOut.get(place) ?? height);
}

function drawNames(names: readonly string[], { loads }: WayResult, { y }: Scale): string[] {
  const last = loads.at(-1)?.clients ?? [];
  const heights = spread(names.map((_, place) => y(last[place] ?? 0)));
  return names.map((name, place) => {
    const short = name.split(".")[0]?.slice(0, 5) ?? "";
    return `<text x="${PLOT.right + 6}" y="${(heights[place] ?? 0) + 4}">${escapeXml(short)}</text>`;
  });
}

function drawAxes({ hours, events }: ScenarioResult, most: number, { x }: Scale): string[] {
  const { left, right, top, bottom } = PLOT;
  return [
    ...events.map(({ minute }) => `<path class="event" d="M${x(minute)} ${top}V${bottom}"/>`),
    `<path class="axis" d="M${left} ${top}V${bottom}H${right}"/>`,
    `<text x="${left - 6}" y="${top + 8}" text-anchor="end">${most}</text>`,
    `<text x="${left - 6}" y="${bottom}" text-anchor="end">0</text>`,
    `<text x="${right}" y="${bottom + 18}" text-anchor="end">${hours} h</text>`,
  ];
}

/**
 * Draws one way of a scenario (the inside of an SVG of `WAY_SIZE`): the clients of each mirror over time, by the same scale in each
 * way, and when something happened. Of many mirrors it draws the first eight. Looks come by the classes axis, event and load.
 */
export function drawWay(result: ScenarioResult, way: WayResult): string {
  const most = findMost(result);
  const scale = makeScale(result, most);
  const names = result.mirrors.slice(0, MOST_LINES);
  return [
    ...drawAxes(result, most, scale),
    ...names.map((_, place) => drawLine(way, place, scale)),
    ...drawNames(names, way, scale),
  ].join("");
}

/** Tells in words what `drawWay` draws. */
export function describeWay({ mirrors, hours, events }: ScenarioResult, { way, loads }: WayResult): string {
  const last = loads.at(-1)?.clients ?? [];
  const most = mirrors.map((_, place) => loads.reduce((top, { clients }) => Math.max(top, clients[place] ?? 0), 0));
  const happened = events.map(({ minute, words }) => `${words} after ${minute} minutes. `).join("");
  const ends = mirrors.map((name, place) => `${name} ${last[place] ?? 0} (${most[place] ?? 0} at most)`);
  return `${happened}Clients after ${hours} hours by ${way}: ${ends.join(", ")}.`;
}
