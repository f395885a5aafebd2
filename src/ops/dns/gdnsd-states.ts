import { ADDRESS_TYPES } from "./address.ts";
import type { DnsMember, DnsRenderer } from "./dns-pool.ts";
import { STATES_FILE } from "./gdnsd-check.ts";
import { printAddress } from "./print-checked.ts";

/** By the first line, a file that this program made is known. */
const GDNSD_STATES_HEAD = "# made by fairmirror from fallback.json and status.json, for gdnsd's extfile";

function renderStates({ isHealthy, ...member }: DnsMember): string[] {
  const addresses = ADDRESS_TYPES.flatMap((type) => member[type].map((address) => printAddress(type, address)));
  return addresses.map((address) => `"${address}" => ${isHealthy ? "UP" : "DOWN"}`);
}

/**
 * Renders the file that gdnsd reads the members' states from (gdnsd-plugin-extfile(8)), after what our own probe found. gdnsd
 * sees a change at once; weights and members stand in its `config`.
 */
export const renderGdnsdStates: DnsRenderer = ({ members: all }) => {
  const members = all.filter(({ weight }) => weight > 0);
  const down = members.filter(({ isHealthy }) => !isHealthy).length;
  return {
    text: [GDNSD_STATES_HEAD, ...members.flatMap(renderStates), ""].join("\n"),
    notes: [`${STATES_FILE}: ${members.length - down} of ${members.length} members are up`],
  };
};
