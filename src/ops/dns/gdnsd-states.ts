import type { DnsMember, DnsRenderer } from "./dns-pool.ts";
import { STATES_FILE } from "./gdnsd-check.ts";
import { ADDRESS_TYPES } from "./list-members.ts";
import { printAddress, printName } from "./print-checked.ts";

function renderStates({ isHealthy, ...member }: DnsMember): string[] {
  const addresses = ADDRESS_TYPES.flatMap((type) => member[type].map((address) => printAddress(type, address)));
  return addresses.map((address) => `"${address}" => ${isHealthy ? "UP" : "DOWN"}`);
}

/**
 * Renders the file that gdnsd reads the members' states from (gdnsd-plugin-extfile(8)), after what our own probe found. gdnsd
 * sees a change at once; weights and members stand in its `config`.
 */
export const renderGdnsdStates: DnsRenderer = ({ name, members: all }) => {
  const members = all.filter(({ weight }) => weight > 0);
  const down = members.filter(({ isHealthy }) => !isHealthy).length;
  const head = `# The members of ${printName(name)}, written by fairmirror after each probe`;
  return {
    text: [head, ...members.flatMap(renderStates), ""].join("\n"),
    notes: [`${STATES_FILE}: ${members.length - down} of ${members.length} members are up`],
  };
};
