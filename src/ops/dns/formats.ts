import type { DnsFormat } from "./dns-format.ts";
import { GDNSD, GDNSD_STATES, GDNSD_ZONE } from "./gdnsd-format.ts";
import { GEODNS } from "./geodns-format.ts";
import { NSUPDATE } from "./nsupdate.ts";
import { OCTODNS } from "./octodns-format.ts";
import { POWERDNS } from "./powerdns-format.ts";
import { ZONE } from "./zone.ts";

/** Every format that the DNS pool can be rendered in, by the name that `--format` takes, in the order of the help. */
export const DNS_FORMATS = {
  zone: ZONE,
  nsupdate: NSUPDATE,
  gdnsd: GDNSD,
  "gdnsd-zone": GDNSD_ZONE,
  "gdnsd-states": GDNSD_STATES,
  powerdns: POWERDNS,
  geodns: GEODNS,
  octodns: OCTODNS,
} as const satisfies Readonly<Record<string, DnsFormat>>;

/** The name of a format. */
export type DnsFormatName = keyof typeof DNS_FORMATS;

/** The names of the formats, in the order of the help. */
export const DNS_FORMAT_NAMES = Object.keys(DNS_FORMATS) as DnsFormatName[];
