import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExtensionLab } from "./extension-lab.ts";
import { OTHER_TEXT } from "./signed-release.ts";

/** Files on disk to choose, by what is wrong with them. */
export interface SampleFiles {
  readonly good: string;
  /** With a flipped byte, under the name of a second download. */
  readonly flipped: string;
  /** The other file of the release. */
  readonly other: string;
  readonly strange: string;
  /** Without a byte, as a failed download leaves it. */
  readonly empty: string;
  /** With a byte more. */
  readonly long: string;
}

/** Writes the files into the lab's folder. */
export async function writeSampleFiles({ folder, file }: ExtensionLab): Promise<SampleFiles> {
  const place = join(folder, "samples");
  await mkdir(place);
  const flipped = file.bytes.slice();
  flipped[5_000_000] = (flipped[5_000_000] ?? 0) ^ 1;
  const write = async (name: string, data: Uint8Array | string): Promise<string> => {
    await writeFile(join(place, name), data);
    return join(place, name);
  };
  return {
    good: await write("lab-os-1.0.img", file.bytes),
    flipped: await write("lab-os-1.0 (1).img", flipped),
    other: await write("lab-os-1.0.txt", OTHER_TEXT),
    strange: await write("holidays.jpg", "not ours"),
    empty: await write("lab-os-1.0 (2).img", ""),
    long: await write("lab-os-1.0 (3).img", Buffer.concat([file.bytes, Buffer.alloc(1)])),
  };
}
