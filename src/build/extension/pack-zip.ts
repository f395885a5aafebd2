import { type Zippable, zipSync } from "fflate";

/** The first moment that a zip can name: the same on every machine. */
const SOME_TIME = "1980-01-01T00:00:00";

/** Packs files into a zip that is the same, byte for byte, wherever and whenever it is made. */
export function packZip(files: ReadonlyMap<string, string | Buffer>): Buffer {
  const entries = [...files.keys()].sort().map((path) => [path, new Uint8Array(Buffer.from(files.get(path) ?? ""))]);
  const contents = Object.fromEntries(entries) as Zippable;
  // fflate reads local time, as zips do.
  return Buffer.from(zipSync(contents, { level: 9, mtime: new Date(SOME_TIME) }));
}
