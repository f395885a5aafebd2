import { stringify } from "yaml";
import { type CheckTarget, findCheckTarget, noteCheck } from "./check-target.ts";
import type { DnsPool, DnsRenderer } from "./dns-pool.ts";
import { tellFamilies } from "./family-notes.ts";
import { findLabel } from "./find-label.ts";
import { noteRounding } from "./note-rounding.ts";
import { printAddress, printName } from "./print-checked.ts";
import { weighAddresses, type WeighedFamily } from "./weigh-addresses.ts";

/** octoDNS refuses other weights. */
const LARGEST_WEIGHT = 100;

/** By the first line, a file that this program made is known. */
const HEAD = "# made by fairmirror from fallback.json, for octoDNS: what is written here by hand is lost";

const POOL = "mirrors";

interface WeighedValue {
  readonly value: string;
  readonly weight: number;
}

function listValues({ type, members }: WeighedFamily): WeighedValue[] {
  const values = members.flatMap(({ addresses }) =>
    addresses.map(({ address, weight }) => ({ value: printAddress(type, address), weight })),
  );
  // octoDNS wants 1 where there is nothing to choose from.
  return values.length === 1 ? values.map(({ value }) => ({ value, weight: 1 })) : values;
}

function makeHealthcheck(name: string, { protocol, port, path }: CheckTarget) {
  return { octodns: { healthcheck: { host: printName(name), path, port, protocol: protocol.toUpperCase() } } };
}

/** Makes one record set; its plain `values` are for providers that know no weights, and for when all checks fail. */
function makeRecord(pool: DnsPool, family: WeighedFamily, target: CheckTarget | undefined) {
  const values = listValues(family);
  return {
    dynamic: { pools: { [POOL]: { values } }, rules: [{ pool: POOL }] },
    ...(target && makeHealthcheck(pool.name, target)),
    ttl: pool.ttl,
    type: family.type.toUpperCase(),
    values: values.map(({ value }) => value),
  };
}

/** YAML 1.1, which octoDNS reads, takes some IPv6 addresses for numbers to the base of 60: those are quoted. */
function renderYaml(value: unknown): string {
  return stringify(value, {
    version: "1.1",
    directives: false,
    indentSeq: false,
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}

/**
 * Renders a zone for octoDNS, the YAML file that bears the zone's name: a dynamic pool of weighted values for providers such as
 * Route 53 and NS1, a member's weight shared out over its addresses, and the health check that the provider is to make. Members
 * that are down stay in when the provider checks.
 */
export const renderOctodns: DnsRenderer = (pool, { health = "engine" }) => {
  const target = health === "engine" ? findCheckTarget(pool) : undefined;
  const members = pool.members.filter(({ isHealthy }) => target ?? isHealthy);
  const families = weighAddresses(members, { largest: LARGEST_WEIGHT });
  const records = families.map((family) => makeRecord(pool, family, target));
  const label = findLabel(printName(pool.name), printName(pool.zone.origin));
  return {
    text: `${HEAD}\n---\n${renderYaml({ [label]: records })}`,
    notes: [
      ...(target ? noteCheck(target) : []),
      ...tellFamilies({ ...pool, members }, "weights"),
      ...families.flatMap((family) => noteRounding(family, LARGEST_WEIGHT)),
    ],
  };
};
