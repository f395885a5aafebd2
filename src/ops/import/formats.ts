import { ALMALINUX } from "./almalinux.ts";
import { ARCHWEB } from "./archweb.ts";
import { BLUEPRINT } from "./blueprint.ts";
import type { ListFormat } from "./list-format.ts";
import { MANJARO } from "./manjaro.ts";
import { MIRRORBITS } from "./mirrorbits.ts";
import { QUBES } from "./qubes.ts";
import { TAILS } from "./tails.ts";
import { UBUNTU_RSS } from "./ubuntu-rss.ts";

/** Every format that a list can come in, by the name that people give. */
export const FORMATS = {
  tails: TAILS,
  blueprint: BLUEPRINT,
  archweb: ARCHWEB,
  manjaro: MANJARO,
  mirrorbits: MIRRORBITS,
  qubes: QUBES,
  almalinux: ALMALINUX,
  "ubuntu-rss": UBUNTU_RSS,
} as const satisfies Readonly<Record<string, ListFormat>>;

/** The name of a format. */
export type FormatName = keyof typeof FORMATS;

/** The names of the formats, in the order of the help. */
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
