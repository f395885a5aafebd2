import { escapeXml } from "../core/escape-xml.ts";
import { nameMirrors, shortenName } from "./name-mirrors.ts";
import type { SimulatedMirror, Simulation } from "./simulate-draws.ts";
import { renderPercent } from "./simulate-table.ts";
import { describeSimulation } from "./simulate-words.ts";

/** The picture's measures, in its own units. */
const WIDTH = 720;
const TOP = 48;
const ROW = 32;
const BAR = { left: 250, width: 320, height: 14 };

/** As many characters as fit beside the bars. */
const NAME_LENGTH = 34;

const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #1b1b1f; font-variant-numeric: tabular-nums }
    .head { font-weight: 600; font-size: 15px }
    .ground { fill: #fff }
    .drawn { fill: #2f6f8f }
    .before { fill: #b9cfd9 }
    .expected { stroke: #b3261e; stroke-width: 2 }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6e6ea }
      .ground { fill: #17181c }
      .drawn { fill: #6fb6d6 }
      .before { fill: #3a4a53 }
      .expected { stroke: #ff8a80 }
    }`;

function describeRow({ url_prefix, expected, drawn, after }: SimulatedMirror): string {
  const then = after ? `, then ${renderPercent(after.drawn)} of ${renderPercent(after.expected)} expected` : "";
  return `${url_prefix}: ${renderPercent(drawn)} drawn of ${renderPercent(expected)} expected${then}.`;
}

function renderRect(kind: string, top: number, length: number): string {
  return `<rect class="${kind}" x="${BAR.left}" y="${top}" width="${length.toFixed(1)}" height="${BAR.height}" rx="2"/>`;
}

function renderRow(
  mirror: SimulatedMirror,
  name: string,
  place: { readonly top: number; readonly most: number },
): string {
  const { drawn, expected } = mirror.after ?? mirror;
  const scale = (share: number): number => (share / place.most) * BAR.width;
  const baseline = place.top + BAR.height - 3;
  const tick = (BAR.left + scale(expected)).toFixed(1);
  return [
    `<text x="${BAR.left - 12}" y="${baseline}" text-anchor="end">${escapeXml(shortenName(name, NAME_LENGTH))}</text>`,
    ...(mirror.after ? [renderRect("before", place.top, scale(mirror.drawn))] : []),
    renderRect("drawn", place.top, scale(drawn)),
    `<path class="expected" d="M${tick} ${place.top - 3}v${BAR.height + 6}"/>`,
    `<text x="${WIDTH - 16}" y="${baseline}" text-anchor="end">${renderPercent(drawn)} of ${renderPercent(expected)}</text>`,
  ].join("\n  ");
}

/**
 * Renders a simulation as a picture (SVG): a bar for what each mirror drew, a stroke where its share lies, and after a leaving
 * what it had before behind it. Title and description say the same in words; light and dark follow the reader's choice.
 */
export function renderSimulationSvg(simulation: Simulation): string {
  const { mirrors, moved } = simulation;
  const names = nameMirrors(mirrors.map(({ url_prefix }) => url_prefix));
  const most = Math.max(
    ...mirrors.flatMap(({ expected, drawn, after }) => [expected, drawn, after?.expected ?? 0, after?.drawn ?? 0]),
  );
  const height = TOP + mirrors.length * ROW + 8;
  const head = moved ? "Shares after mirrors left (drawn of expected)" : "Shares of the mirrors (drawn of expected)";
  const words = [...describeSimulation(simulation).map((line) => `${line}.`), ...mirrors.map(describeRow)];
  const rows = mirrors.map((mirror, index) =>
    renderRow(mirror, names[index] ?? "", { top: TOP + index * ROW, most: most || 1 }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">${head}</title>
  <desc id="desc">${escapeXml(words.join("\n"))}</desc>
  <style>${STYLE}
  </style>
  <rect class="ground" width="${WIDTH}" height="${height}"/>
  <text class="head" x="16" y="28">${head}</text>
  ${rows.join("\n  ")}
</svg>
`;
}
