/** The colours of one scheme, each as "#rrggbb". */
export interface Colors {
  readonly background: string;
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly on_accent: string;
}

/** The names of the colours that a project sets for each scheme. */
export const COLOR_NAMES = ["background", "surface", "line", "text", "muted", "accent", "on_accent"] as const;

/** Gives what one channel adds to the luminance, from its two hexadecimal digits (WCAG 2.2, "relative luminance"). */
function linearChannel(color: string, start: number): number {
  const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance(color: string): number {
  return 0.2126 * linearChannel(color, 1) + 0.7152 * linearChannel(color, 3) + 0.0722 * linearChannel(color, 5);
}

/** Gives the contrast of two colours, from 1 (none) to 21 (black on white), as WCAG 2.2 has it. */
export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function renderColors(colors: Colors): string {
  return COLOR_NAMES.map((name) => `--${name.replace("_", "-")}: ${colors[name]};`).join(" ");
}

/** Renders the colours as custom properties: the light ones, and the dark ones for those who prefer them. */
export function renderTheme({ light, dark }: { readonly light: Colors; readonly dark: Colors }): string {
  return [
    `:root { ${renderColors(light)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${renderColors(dark)} } }`,
    "",
  ].join("\n");
}
