import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { buildExtension, renderExtension } from "../../src/build/extension/build-extension.ts";
import { checkExtension } from "../../src/build/extension/check-extension.ts";
import { packZip } from "../../src/build/extension/pack-zip.ts";
import { makeProject } from "./project.ts";

interface LintReport {
  readonly errors: readonly object[];
  readonly warnings: readonly { readonly code: string }[];
}

/** Colours that can be read, none of them the sample's. */
const COLORS = {
  ...{ background: "#fffffe", surface: "#f6f1ee", line: "#ddccc4", text: "#201a17" },
  ...{ muted: "#5c504a", accent: "#8a3311", on_accent: "#fffdfc" },
};

const OTHER_KEY = `RW${"Q".repeat(54)}`;

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairmirror-extension-"));
});

after(() => rm(folder, { recursive: true }));

async function writeProject(more: object): Promise<string> {
  const path = join(folder, "project.json");
  await writeFile(path, JSON.stringify(await makeProject(OTHER_KEY, more)));
  return path;
}

suite("the built extension", () => {
  test("asks for little, and never for more than its project's site without a question", async () => {
    const files = await renderExtension({ output: "" });
    const manifest = JSON.parse(String(files.get("manifest.json"))) as Readonly<Record<string, unknown>>;
    const plain = ["declarativeNetRequestWithHostAccess", "downloads", "storage", "unlimitedStorage"];
    assert.deepEqual(manifest["permissions"], plain);
    assert.deepEqual(manifest["host_permissions"], ["https://www.fairmirror.example/*"]);
    assert.deepEqual(manifest["optional_host_permissions"], ["https://*/*"]);
    const policy = (manifest["content_security_policy"] as Record<string, string>)["extension_pages"] ?? "";
    assert.match(policy, /^default-src 'none'; script-src 'self'; worker-src 'self';/);
    assert.doesNotMatch(policy, /unsafe|http:/);
    for (const [path, content] of files)
      if (path.endsWith(".html")) assert.doesNotMatch(String(content), / style=|<script>|<style| on\w+=|https?:/, path);
  });

  test("has nothing that Firefox's linter calls an error", async () => {
    const output = join(folder, "linted");
    await buildExtension({ output });
    const words = ["web-ext", "lint", "--output", "json", "--source-dir", output];
    const { stdout } = spawnSync("npx", words, { encoding: "utf8" });
    const { errors, warnings } = JSON.parse(stdout) as LintReport;
    assert.deepEqual(errors, []);
    // Chromium's half of the background.
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ["BACKGROUND_SERVICE_WORKER_IGNORED"],
    );
  });

  test("is packed into the same bytes each time", async () => {
    const [one, other] = [await renderExtension({ output: "" }), await renderExtension({ output: "" })];
    const turned = new Map([...other].reverse());
    assert.ok(packZip(one).equals(packZip(turned)));
    assert.ok(packZip(one).equals(await readFile("dist/fairmirror-chromium.zip")));
    assert.ok(packZip(one).equals(await readFile("dist/fairmirror-firefox.zip")));
  });

  test("is another project's by that project's file alone", async () => {
    const project = await writeProject({ name: "Other OS", colors: { light: COLORS, dark: COLORS } });
    const files = await renderExtension({ output: "", project });
    const texts = [...files].filter(([path]) => !path.endsWith(".png"));
    for (const [path, content] of texts)
      assert.doesNotMatch(String(content), /Fairmirror OS|fairmirror\.example|#0a6577|RWR0V28U/i, path);
    assert.match(String(files.get("_locales/ar/messages.json")), /تنزيل Other OS/);
    assert.ok(String(files.get("page.js")).includes(OTHER_KEY));
    assert.match(String(files.get("style.css")), /#8a3311/);
    const own = await renderExtension({ output: "" });
    assert.notDeepEqual(files.get("icons/128.png"), own.get("icons/128.png"));
  });

  test("is refused with the place, the value and the cure when the project's file is wrong", async () => {
    const extension = { id: "x", site: "https://a.example/", pool: "http://a.example/m.json", releases: 1 };
    const text = JSON.stringify(await makeProject("", { extension }));
    const { problems } = checkExtension(text, { file: "project.json" });
    assert.deepEqual(
      problems.map(({ pointer }) => pointer),
      ["/extension/id", "/extension/site", "/extension/pool", "/extension/releases", "/signing_key"],
    );
    const project = await writeProject({ extension });
    await assert.rejects(
      renderExtension({ output: "", project }),
      /\/extension\/id: must be a name such as "download@project\.example", got "x"; see site\/README\.md/,
    );
  });
});
