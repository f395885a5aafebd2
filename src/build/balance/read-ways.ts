import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ComparedScenario } from "./compared-scenario.ts";

/** What the numbers of all scenarios are kept in. */
export const WAYS_FILE = fileURLToPath(new URL("../../../site/ways.generated.json", import.meta.url));

/** Reads what `npm run ways` kept. */
export async function readWays(): Promise<readonly ComparedScenario[]> {
  return JSON.parse(await readFile(WAYS_FILE, "utf8")) as readonly ComparedScenario[];
}
