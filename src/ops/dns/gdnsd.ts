import type { AddressType } from "./address.ts";
import type { DnsPool, DnsRenderer } from "./dns-pool.ts";
import { tellFamilies } from "./family-notes.ts";
import { chooseGdnsdCheck, type GdnsdCheck } from "./gdnsd-check.ts";
import { isHostName } from "./host-name.ts";
import { noteRounding } from "./note-rounding.ts";
import { printAddress, printName, printNumber } from "./print-checked.ts";
import { weighAddresses, type WeighedFamily, type WeighedMember } from "./weigh-addresses.ts";

/** By the first line, a file that this program made is known. */
const HEAD = "# made by fairmirror from fallback.json, for gdnsd: what is written here by hand is lost";

/** Weights are below 2^20 (gdnsd-plugin-weighted(8), LIMITS). */
const LARGEST_WEIGHT = 1_048_575;

/** As long as so much of the weight is up, gdnsd leaves out what is down; its own 0.5 would bring dead members back. */
const UP_THRESHOLD = 0.01;

const STANZAS = { a: "addrs_v4", aaaa: "addrs_v6" } as const;

/** A hash of gdnsd's configuration language (gdnsd.config(5), CONFIGURATION FILE SYNTAX). */
function renderHash(key: string, lines: readonly string[]): string[] {
  return [`${key} => {`, ...lines.map((line) => `  ${line}`), "}"];
}

/** A group: all its addresses are answered together. It bears its first address for a name, which no other one has. */
function renderGroup({ member: { host }, addresses }: WeighedMember, type: AddressType): string[] {
  const entries = addresses.map(({ address, weight }, index) => {
    const words = [`"${printAddress(type, address)}"`, printNumber(weight, [1, LARGEST_WEIGHT])];
    return `a${index + 1} => [ ${words.join(", ")} ]`;
  });
  const comment = isHostName(host) ? [`# ${host}`] : [];
  return [...comment, ...renderHash(`"${addresses[0]?.address ?? ""}"`, entries)];
}

function renderStanza({ type, members }: WeighedFamily): string[] {
  return renderHash(
    STANZAS[type],
    members.flatMap((member) => renderGroup(member, type)),
  );
}

function renderResource({ name }: DnsPool, { service }: GdnsdCheck, stanzas: readonly string[]): string[] {
  const lines = [`service_types => ${service}`, `up_thresh => ${UP_THRESHOLD}`, ...stanzas];
  return renderHash(`"${printName(name)}"`, lines);
}

/**
 * Renders gdnsd's `config`: a weighted resource with a group for each member, so that a member with several addresses gets the
 * share of its weight and all its addresses are answered, and the health check. Where there is one, members that
 * are down stay in, and the check tells. It goes with the zone that `renderGdnsdZone` gives.
 */
export const renderGdnsd: DnsRenderer = (pool, { health }) => {
  const check = chooseGdnsdCheck(pool, health);
  const isChecked = check.lines.length > 0;
  const members = pool.members.filter(({ isHealthy }) => isChecked || isHealthy);
  const families = weighAddresses(members, { largest: LARGEST_WEIGHT });
  const services = isChecked ? renderHash("service_types", renderHash(check.service, check.lines)) : [];
  const plugins = renderHash(
    "plugins",
    renderHash("weighted", renderResource(pool, check, families.flatMap(renderStanza))),
  );
  return {
    text: [HEAD, ...services, ...plugins, ""].join("\n"),
    notes: [
      ...check.notes,
      ...tellFamilies({ ...pool, members }, "weights"),
      ...families.flatMap((family) => noteRounding(family, LARGEST_WEIGHT)),
    ],
  };
};
