import type { DnsFormat } from "../../../src/ops/dns/dns-format.ts";
import type { DnsPool, Rendering, RenderOptions } from "../../../src/ops/dns/dns-pool.ts";
import { GDNSD, GDNSD_STATES, GDNSD_ZONE } from "../../../src/ops/dns/gdnsd-format.ts";
import { GEODNS } from "../../../src/ops/dns/geodns-format.ts";
import { OCTODNS } from "../../../src/ops/dns/octodns-format.ts";
import { POWERDNS } from "../../../src/ops/dns/powerdns-format.ts";
import { makeDnsPool } from "./dns-pool-sample.ts";

/** The serial of what is rendered. */
export const SERIAL = 2_026_112_401;

/** The formats of engines that draw by weight. */
export const FORMATS: Readonly<Record<string, DnsFormat>> = {
  gdnsd: GDNSD,
  "gdnsd-zone": GDNSD_ZONE,
  "gdnsd-states": GDNSD_STATES,
  powerdns: POWERDNS,
  geodns: GEODNS,
  octodns: OCTODNS,
};

/** Those that hold addresses. */
export const HOLDING = Object.entries(FORMATS).filter(([name]) => name !== "gdnsd-zone");

/** Renders the sample pool, with whatever a test says otherwise. */
export function render(
  { render }: DnsFormat,
  pool: Partial<DnsPool> = {},
  options: Partial<RenderOptions> = {},
): Rendering {
  return render(makeDnsPool(pool), { serial: SERIAL, ...options });
}
