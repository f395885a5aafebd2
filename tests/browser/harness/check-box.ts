import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "playwright/test";
import { releaseImage } from "../../../src/demo/image.ts";

/** Files on disk to choose in the box, by what is wrong with them. */
export interface SampleFiles {
  readonly good: string;
  /** Under the name of a second download, with a flipped byte in pieces 3 and 60. */
  readonly flipped: string;
  /** The same under the right name. */
  readonly flippedPlain: string;
  readonly cut: string;
  /** With a byte more. */
  readonly long: string;
  readonly other: string;
  readonly close: () => Promise<void>;
}

const NAME = "fairmirror-os-1.0";
const PIECE = 2 ** 20;

/** Writes the sample files into a folder of their own. */
export async function writeSampleFiles(): Promise<SampleFiles> {
  const folder = await mkdtemp(join(tmpdir(), "fairmirror-check-"));
  const image = releaseImage();
  const flipped = Buffer.from(image);
  for (const piece of [3, 60]) flipped[piece * PIECE + 5] = ~(flipped[piece * PIECE + 5] ?? 0);
  await mkdir(join(folder, "flipped"));
  const write = async (name: string, data: Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), data);
    return join(folder, name);
  };
  return {
    good: await write(`${NAME}.img`, image),
    flipped: await write(`${NAME} (1).img`, flipped),
    flippedPlain: await write(`flipped/${NAME}.img`, flipped),
    cut: await write(`${NAME} (2).img`, image.subarray(0, 5 * PIECE + 7)),
    long: await write(`${NAME} (3).img`, Buffer.concat([image, Buffer.alloc(1)])),
    other: await write("holidays.jpg", Buffer.from("not an image of ours")),
    close: () => rm(folder, { recursive: true }),
  };
}

/** Gives the box of a page. */
export function boxOf(page: Page): Locator {
  return page.locator("[data-check]");
}

/** Chooses a file as a visitor does. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  await page.getByLabel("Choose the file").setInputFiles(file);
}

/** Waits for a state of the box, and gives what it says. */
export async function expectState(page: Page, state: string): Promise<string> {
  await expect(boxOf(page)).toHaveAttribute("data-state", state);
  return boxOf(page).getByRole("status").innerText();
}
