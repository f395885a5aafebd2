import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPieces } from "../cli/read-pieces.ts";
import { renderMetalink } from "../ops/metalink.ts";
import { renderPublicStatus } from "../ops/render-public-status.ts";
import { readWays } from "./balance/read-ways.ts";
import { balancePage } from "./site-balance.ts";
import { renderChecksums } from "./site-data.ts";
import { type Files, pageData } from "./site-page-data.ts";
import { renderIcon } from "./site-logo.ts";
import { replaceFolder } from "./site-folder.ts";
import { readInputs, type SiteInputs } from "./site-inputs.ts";
import { renderPages } from "./site-pages.ts";
import { renderStyle } from "./render-style.ts";

/** What a site is built from, and where it goes. */
export interface SiteOptions {
  /** The maintainers' folder, with `mirrors.json` and `releases.json`. */
  readonly mirrors: string;
  readonly output: string;
  /** Allows mirrors on this machine, for trying things out. */
  readonly dev: boolean;
  /** The built script tag; without it, the one of this package. */
  readonly script?: string;
  /** The project's own names, texts and colours; without it, `site/project.json`. */
  readonly project?: string;
  /**
   * Makes the list as if nothing had been found out yet: mirrors that the last probe found failing are still drawn, as they are
   * on a real site until the next list is published. The status page tells it.
   */
  readonly listBeforeProbe?: boolean;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TEMPLATES = join(ROOT, "site");
const SCRIPT = "fairmirror.js";
const STYLE = "assets/style.css";
const SITE_SCRIPT = "assets/site.js";
const STATUS_SCRIPT = "assets/status.js";
const LOGO = "assets/logo.svg";

/** What comes as it stands in `site/`. */
const PLAIN_ASSETS = [SITE_SCRIPT, STATUS_SCRIPT, "assets/check.css", "assets/balance.css"] as const;

/** What is bundled into `dist/` first. */
const BUILT_ASSETS = ["check.js", "check-worker.js", "mend-file.js", "hand-over.js", "balance.js", "simulator.js"].map(
  (name) => `assets/${name}`,
);

/** What lies beside the maintainers' list of releases and goes to its readers with it. */
const BESIDE_RELEASES = /(\.pieces|^releases\.json\.minisig)$/;

async function readAssets(script: string, inputs: SiteInputs): Promise<Files> {
  const style = await readFile(join(TEMPLATES, "assets/site.css"), "utf8");
  const assets: Files = new Map<string, string | Buffer>([
    [SCRIPT, await readFile(script)],
    [STYLE, await renderStyle(inputs.project.colors, style)],
    [LOGO, renderIcon(inputs.project.logo, inputs.project.colors.light)],
  ]);
  for (const path of PLAIN_ASSETS) assets.set(path, await readFile(join(TEMPLATES, path)));
  for (const path of BUILT_ASSETS) assets.set(path, await readFile(join(ROOT, "dist", path)));
  return assets;
}

/** Renders a Metalink of each file, for programs that download from several mirrors and mend what is wrong. */
async function renderMetalinks(folder: string, { pool, releases }: SiteInputs): Promise<Files> {
  const files: Files = new Map();
  for (const file of releases) {
    const pieces = await readPieces(folder, file);
    const hashes = "hashes" in pieces ? pieces.hashes : undefined;
    files.set(`${basename(file.path)}.meta4`, renderMetalink(file, pool, hashes));
  }
  return files;
}

/** Gives the lists as clients and people fetch them, with the signature and the piece hashes that lie beside the maintainers' files. */
async function readLists(folder: string, { pool, status, releasesText, releases }: SiteInputs): Promise<Files> {
  const files: Files = new Map();
  files.set("mirrors.json", `${JSON.stringify(pool)}\n`);
  files.set("status.json", renderPublicStatus(status));
  files.set("releases.json", releasesText);
  files.set("SHA256SUMS", renderChecksums(releases));
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // A link could lead to any file of the machine that builds.
    if (entry.isFile() && BESIDE_RELEASES.test(entry.name))
      files.set(entry.name, await readFile(join(folder, entry.name)));
  }
  return files;
}

/**
 * Builds the site: checks the maintainers' lists and the project's own file, renders the pages, and replaces the output
 * folder only when all went well. Throws an Error whose message lists every problem, one a line.
 */
export async function buildSite(options: SiteOptions): Promise<void> {
  const { mirrors, output, dev, script, project = join(TEMPLATES, "project.json"), listBeforeProbe = false } = options;
  const inputs = await readInputs({ mirrors, dev, project, listBeforeProbe });
  const assets = await readAssets(script ?? join(ROOT, "dist", SCRIPT), inputs);
  const balance = balancePage(await readWays());
  const pages = await renderPages(TEMPLATES, pageData(inputs, { assets, dev, balance }));
  const lists = new Map([...(await readLists(mirrors, inputs)), ...(await renderMetalinks(mirrors, inputs))]);
  const texts = new Map(pages.map(({ path, content }) => [path, content]));
  await replaceFolder(output, new Map([...assets, ...lists, ...texts]));
}
