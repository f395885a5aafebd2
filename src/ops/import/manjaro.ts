import { showValue } from "../../core/show-value.ts";
import { findOwn, findValue, type JsonRecord } from "./json-record.ts";
import { EQUAL_WEIGHT, EQUAL_WEIGHTS, type Found, type ListFormat, type Remark } from "./list-format.ts";
import { readEntries } from "./read-entries.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

const CARRIED = ["url", "protocols", "country"];
const MEASURED = 'is a finding, not carried over: "probe" makes its own';

/** One address names the mirror, and `protocols` over which ones it is served: that https is among them is the list's word. */
function listAddresses(entry: JsonRecord, item: string): Found[] {
  const url = findValue(entry, "url", item);
  const protocols = findOwn(entry, "protocols");
  if (!Array.isArray(protocols) || protocols.length === 0 || typeof url.value !== "string") return [url];
  const path = url.value.replace(/^[a-z]+:\/\//i, "");
  return protocols.map((protocol: unknown, index) => ({
    item: `${item}/protocols/${index}`,
    value: typeof protocol === "string" ? `${protocol}://${path}` : protocol,
  }));
}

function tellBehind(entry: JsonRecord, item: string): Remark[] {
  const branches = findOwn(entry, "branches");
  if (!Array.isArray(branches) || branches.includes(1)) return [];
  const reason = `is up to date with no branch (branches ${showValue(branches)}): let "probe" judge it before you publish`;
  return [{ item, reason }];
}

/** Manjaro's https://repo.manjaro.org/status.json, and the mirrors.json of pacman-mirrors. */
export const MANJARO: ListFormat = {
  syntax: "json",
  expected: 'an array of objects with "url", "protocols" and "country"',
  readList(value) {
    const reading = readEntries(value, {
      key: "url",
      pointer: "",
      readEntry(entry, item, { changed }) {
        changed.push(...tellBehind(entry, item));
        const country = findValue(entry, "country", item);
        return { item, weight: EQUAL_WEIGHT, addresses: listAddresses(entry, item), country };
      },
    });
    if (!reading) return undefined;
    const lost = tellLostFields(value as unknown[], CARRIED, { branches: MEASURED, last_sync: MEASURED });
    return { ...reading, changed: [EQUAL_WEIGHTS, ...reading.changed], left: [...reading.left, ...lost] };
  },
};
