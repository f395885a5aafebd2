import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { renderIcon } from "../site-logo.ts";
import type { Project } from "../site-project.ts";

/** What the stores and the browsers' own pages ask for, in pixels. */
const SIZES = [16, 32, 48, 128] as const;

const WASM = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");

/** It may be started only once in a process. */
const STARTED: { promise?: Promise<void> } = {};

function startRenderer(): Promise<void> {
  return (STARTED.promise ??= readFile(WASM).then(initWasm));
}

/** The icons: their paths by width, and their files by path. */
export interface Icons {
  readonly paths: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Draws the project's logo as PNG, the only kind of picture that Chromium takes for an icon. */
export async function renderIcons({ logo, colors }: Pick<Project, "logo" | "colors">): Promise<Icons> {
  await startRenderer();
  const svg = renderIcon(logo, colors.light);
  const draw = (width: number): Buffer =>
    Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng());
  const places = SIZES.map((size) => [String(size), `icons/${size}.png`] as const);
  return {
    paths: Object.fromEntries(places),
    files: new Map(places.map(([size, path]) => [path, draw(Number(size))])),
  };
}
