import type { Fault, FoundVerdict } from "./probe-fault.ts";
import type { AddressObservation, Facts } from "./probe-observation.ts";

/** An address with what is thought of it, and why. */
export interface JudgedAddress extends AddressObservation {
  readonly verdict: FoundVerdict;
  readonly fault: Fault | undefined;
}

function hasFamily(addresses: readonly JudgedAddress[], family: 4 | 6): boolean | undefined {
  const asked = addresses.filter((address) => address.family === family && address.verdict !== "unasked");
  return asked.length === 0 ? undefined : asked.some(({ verdict }) => verdict !== "down");
}

function collect<Value>(addresses: readonly JudgedAddress[], pick: (facts: Facts) => Value | undefined): Value[] {
  return addresses.map(({ facts }) => pick(facts)).filter((value) => value !== undefined);
}

/** The times sort as texts: all are in UTC. */
function collectTraces(addresses: readonly JudgedAddress[]): string[] {
  return addresses.flatMap(({ trace }) => trace?.synced ?? []);
}

function least(values: readonly number[]): number | undefined {
  return values.length > 0 ? Math.min(...values) : undefined;
}

/** Leaves out the keys whose value is undefined. */
function compact<Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** Gives what was measured of a mirror, in the names of `mirrors/status.json`: the least of its addresses, and of the times that they synchronised the oldest. */
export function summarizeFacts(addresses: readonly JudgedAddress[]) {
  const [ranges, cors] = [collect(addresses, (facts) => facts.ranges), collect(addresses, (facts) => facts.cors)];
  return compact({
    latency_ms: least(collect(addresses, (facts) => facts.latencyMs)),
    bytes_per_second: least(collect(addresses, (facts) => facts.bytesPerSecond)),
    synced: collectTraces(addresses).sort()[0],
    certificate_days: least(collect(addresses, (facts) => facts.certificateDays)),
    ipv4: hasFamily(addresses, 4),
    ipv6: hasFamily(addresses, 6),
    ranges: ranges.length > 0 ? ranges.every(Boolean) : undefined,
    cors: cors.length > 0 ? cors.every(Boolean) : undefined,
  });
}
