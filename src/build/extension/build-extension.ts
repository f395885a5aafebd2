import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuiltIn } from "../../extension/built-in.ts";
import { renderProblem } from "../../ops/index.ts";
import { bundleText } from "../bundle.ts";
import { renderStyle } from "../render-style.ts";
import { replaceFolder } from "../site-folder.ts";
import { renderIcon } from "../site-logo.ts";
import { checkExtension, type ExtensionProject } from "./check-extension.ts";
import { renderIcons } from "./render-icons.ts";
import { renderLocales } from "./render-locales.ts";
import { renderManifest } from "./render-manifest.ts";

/** What an extension is built from, and where it goes. */
export interface ExtensionOptions {
  readonly output: string;
  /** The project's own file; without it, `site/project.json`. */
  readonly project?: string;
  /** Match patterns of hosts that it may ask from the beginning, for tests: `["https://*.example/*"]`. */
  readonly grantedHosts?: readonly string[];
}

type Files = ReadonlyMap<string, string | Buffer>;

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SOURCE = join(ROOT, "src/extension");

/** The built scripts, and what each is made from. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "background.js": "src/extension/background.ts",
  "content.js": "src/extension/content.ts",
  "popup.js": "src/extension/popup/main.ts",
  "page.js": "src/extension/page/main.ts",
  "download-worker.js": "src/extension/download/download-worker.ts",
  "store-worker.js": "src/extension/download/store-worker.ts",
  "check-worker.js": "src/verify/check-worker.ts",
};

const PAGES = ["popup/popup.html", "popup/popup.css", "page/page.html", "page/page.css"] as const;

function fillIn({ name, signing_key: key, extension: { site, pool, releases } }: ExtensionProject): BuiltIn {
  return { name, key, site, pool, releases };
}

/** Scripts stay readable: the stores' reviewers and everybody else can see what they do. */
async function bundleScripts(project: ExtensionProject): Promise<Files> {
  const values = { BUILT_IN: JSON.stringify(fillIn(project)) };
  const entries = Object.entries(SCRIPTS).map(async ([path, entry]) => {
    return [path, await bundleText(join(ROOT, entry), values)] as const;
  });
  return new Map(await Promise.all(entries));
}

async function readPages({ colors, logo }: ExtensionProject): Promise<Files> {
  const pages = PAGES.map(
    async (path) => [path.replace(/^.*\//, ""), await readFile(join(SOURCE, path), "utf8")] as const,
  );
  const style = await readFile(join(SOURCE, "style.css"), "utf8");
  const [picture, sheet] = [renderIcon(logo, colors.light), await renderStyle(colors, style)];
  return new Map([...(await Promise.all(pages)), ["logo.svg", picture], ["style.css", sheet]]);
}

async function readProject(path: string): Promise<ExtensionProject> {
  const { project, problems } = checkExtension(await readFile(path, "utf8"), { file: path });
  if (project) return project;
  throw new Error(["the extension cannot be built:", ...problems.map(renderProblem)].join("\n"));
}

/**
 * Gives the files of the extension by their paths: one Manifest V3 for Chromium and Firefox, everything in it, nothing fetched
 * that runs. Throws an Error whose message lists what is wrong with the project's file, one a line.
 */
export async function renderExtension({ project: path, grantedHosts = [] }: ExtensionOptions): Promise<Files> {
  const project = await readProject(path ?? join(ROOT, "site/project.json"));
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { version: string };
  const icons = await renderIcons(project);
  const manifest = renderManifest({ extension: project.extension, version, icons: icons.paths, grantedHosts });
  return new Map([
    ["manifest.json", `${JSON.stringify(manifest, undefined, 2)}\n`],
    ...(await renderLocales(join(SOURCE, "_locales"), project.name)),
    ...(await readPages(project)),
    ...(await bundleScripts(project)),
    ...icons.files,
  ]);
}

/** Builds the extension into a folder that browsers load as it is, and gives its files. */
export async function buildExtension(options: ExtensionOptions): Promise<Files> {
  const files = await renderExtension(options);
  await replaceFolder(options.output, files);
  return files;
}
