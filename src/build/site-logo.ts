import type { Problem } from "../core/index.ts";

/** A line of the logo, in a square of 48 by 48. */
export interface LogoLine {
  /** SVG path data. */
  readonly path: string;
  /** How thick the line is. */
  readonly width: number;
}

/** Only what draws: no character of path data ends an attribute. */
const PATH_DATA = /^[MmLlHhVvCcSsQqTtAaZz0-9 ,.+-]+$/;

const WIDEST = 48;

function isLogoLine(line: unknown): line is LogoLine {
  const { path, width } = Object(line) as Record<string, unknown>;
  return typeof path === "string" && PATH_DATA.test(path) && typeof width === "number" && width > 0 && width <= WIDEST;
}

/** Finds what is no logo. */
export function checkLogo(logo: unknown): Problem[] {
  if (Array.isArray(logo) && logo.length > 0 && logo.every(isLogoLine)) return [];
  const message = `must be lines such as {"path": "M24 0v48", "width": 10}, got ${logo === undefined ? "nothing" : JSON.stringify(logo)}`;
  return [{ code: "bad-project", pointer: "/logo", message, cure: "see site/README.md" }];
}

/** Renders the icon of the site: the logo on the accent. */
export function renderIcon(logo: readonly LogoLine[], colors: { readonly accent: string; readonly on_accent: string }) {
  const lines = logo.map(({ path, width }) => `<path stroke-width="${width}" d="${path}"/>`).join("");
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 64 64">',
    `<rect x="-8" y="-8" width="64" height="64" rx="14" fill="${colors.accent}"/>`,
    `<g fill="none" stroke="${colors.on_accent}">${lines}</g></svg>\n`,
  ].join("");
}
