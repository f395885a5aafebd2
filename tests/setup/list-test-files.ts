import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Lists the tests below a folder, sorted: `.test.ts` for node:test and `.spec.ts` for Playwright. */
export function listTestFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = entries.map((entry) => join(folder, entry));
  return files.filter((file) => /\.(test|spec)\.ts$/.test(file)).sort();
}
