import { findOwn, findValue, isRecord, type JsonRecord } from "./json-record.ts";
import { EQUAL_WEIGHT, EQUAL_WEIGHTS, type Found, type ListFormat } from "./list-format.ts";
import { type EntryReader, readEntries } from "./read-entries.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

const CARRIED = ["name", "address", "geolocation", "sponsor", "email", "private"];

/** The scheme counts, not the key: several files have an http address under "https". */
function listAddresses(entry: JsonRecord, item: string): Found[] {
  const address = findOwn(entry, "address");
  if (!isRecord(address)) return [findValue(entry, "address", item)];
  return Object.entries(address).map(([key, value]) => ({
    item: `${item}/address/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    value,
  }));
}

const readEntry: EntryReader["readEntry"] = (entry, item, { left }) => {
  if (findOwn(entry, "private") === true) {
    left.push({ item, reason: "is private, for its own networks only" });
    return undefined;
  }
  return {
    item,
    weight: EQUAL_WEIGHT,
    addresses: listAddresses(entry, item),
    country: findValue(findOwn(entry, "geolocation"), "country", `${item}/geolocation`),
    sponsor: findValue(entry, "sponsor", item),
    email: findValue(entry, "email", item),
  };
};

/** AlmaLinux' files of `mirrors.d`, one mirror each, written one after another: `cat mirrors.d/*.yml`. */
export const ALMALINUX: ListFormat = {
  syntax: "yaml-records",
  expected: 'records with "name", "address" and "geolocation", such as "cat mirrors.d/*.yml" gives',
  readList(value) {
    const list = isRecord(value) ? [value] : value;
    const reading = readEntries(list, { key: "address", pointer: "", readEntry });
    if (!reading) return undefined;
    return {
      ...reading,
      changed: [EQUAL_WEIGHTS, ...reading.changed],
      left: [...reading.left, ...tellLostFields(list as unknown[], CARRIED)],
    };
  },
};
