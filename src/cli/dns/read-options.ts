import type { DnsFormatName } from "../../ops/dns/formats.ts";
import type { HealthSource } from "../../ops/dns/dns-pool.ts";
import type { SerialStyle } from "../../ops/dns/raise-serial.ts";
import type { CommonOptions } from "../command.ts";

/** What `dns` is told. */
export interface DnsCommandOptions extends CommonOptions {
  /** What suits `update` in fallback.json unless named. */
  readonly format?: DnsFormatName;
  readonly output?: string;
  readonly write: boolean;
  readonly previous?: string;
  readonly serial: SerialStyle;
  readonly health?: HealthSource;
  readonly push: boolean;
  readonly key?: string;
  /** In seconds. */
  readonly timeout: number;
  readonly dev: boolean;
}

/** Options that do not go together, and what to do; the first that is met is told. */
const FAULTS: readonly (readonly [isMet: (options: DnsCommandOptions) => boolean, words: string])[] = [
  [({ write, output }) => write && output === undefined, '"--write" needs a file: add "--output FILE"'],
  [({ push, key }) => push && key === undefined, '"--push" needs the key that the server knows: add "--key FILE"'],
  [({ push, key }) => !push && key !== undefined, '"--key" goes with "--push" only'],
  [
    ({ push, output, previous }) => push && (output ?? previous) !== undefined,
    '"--push" sends, and writes no file: leave out "--output" and "--previous"',
  ],
  [({ push, format = "nsupdate" }) => push && format !== "nsupdate", '"--push" sends an update: leave out "--format"'],
];

/** Tells why options do not go together, or undefined. */
export function findOptionFault(options: DnsCommandOptions): string | undefined {
  return FAULTS.find(([isMet]) => isMet(options))?.[1];
}
