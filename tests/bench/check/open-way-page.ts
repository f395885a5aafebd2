import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import type { BenchServer } from "../bench-server.ts";

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>check</title><link rel="icon" href="data:,"><input type="file"><script src="/way-page.js"></script>';

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "iife", write: false });
  return outputFiles[0]?.text ?? "";
}

/** Puts the page of the comparison on a server, with the hashes of the file that is to be chosen there. */
export async function putWayPage({ put }: BenchServer, pieces: Uint8Array): Promise<void> {
  put("/way", PAGE);
  put("/way-page.js", await bundle("tests/bench/check/way-page.ts"));
  put("/way-worker.js", await bundle("tests/bench/check/way-worker.ts"));
  put("/check-worker.js", await readFile("dist/assets/check-worker.js"));
  put("/pieces", Buffer.from(pieces));
}

/** Opens the page, and chooses the file. */
export async function openWayPage(browser: Browser, origin: string, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin}/way`);
  await page.locator("input").setInputFiles(file);
  return page;
}
