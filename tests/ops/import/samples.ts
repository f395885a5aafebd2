import { readdirSync, readFileSync } from "node:fs";
import type { MaintainedMirror } from "../../../src/core/pool.ts";
import type { FormatName } from "../../../src/ops/import/formats.ts";

const FOLDER = new URL("../../vectors/import/", import.meta.url);

/** A list in the shape of a real one, named after its format. */
export interface Sample {
  readonly name: string;
  readonly from: FormatName;
  readonly text: string;
}

/** What becomes of a sample when nothing but its format is given. */
export interface Expectation {
  readonly mirrors: readonly MaintainedMirror[];
  /** The items that are left out, and those that are written otherwise. */
  readonly left: readonly string[];
  readonly changed: readonly string[];
}

/** Reads a file of the vectors as JSON. */
export function readVector(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
}

/** What becomes of each sample, by its file's name. */
export const EXPECTED = readVector("expected.json") as Readonly<Record<string, Expectation>>;

/** Gives the path of a vector's file. */
export function samplePath(name: string): string {
  return new URL(name, FOLDER).pathname;
}

/** Every sample. */
export const SAMPLES: readonly Sample[] = readdirSync(FOLDER)
  .filter((name) => name !== "expected.json" && name !== "addresses.json")
  .map((name) => ({
    name,
    from: name.split(".")[0] as FormatName,
    text: readFileSync(new URL(name, FOLDER), "utf8"),
  }));
