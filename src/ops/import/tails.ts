import { findOwn, findValue } from "./json-record.ts";
import type { ListFormat } from "./list-format.ts";
import { type EntryReader, readEntries } from "./read-entries.ts";
import { readWeight } from "./read-weight.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

const CARRIED = ["url_prefix", "weight", "email", "notes", "rsync_url", "country", "sponsor"];

const readEntry: EntryReader["readEntry"] = (entry, item, remarks) => {
  const weight = readWeight(findValue(entry, "weight", item), remarks);
  if (weight === undefined) return undefined;
  return {
    item,
    weight,
    addresses: [findValue(entry, "url_prefix", item)],
    rsync: [findValue(entry, "rsync_url", item)],
    country: findValue(entry, "country", item),
    sponsor: findValue(entry, "sponsor", item),
    email: findValue(entry, "email", item),
    notes: findValue(entry, "notes", item),
  };
};

/** The pool that Tails published from 2016 on, as `mirrors.json`. */
export const TAILS: ListFormat = {
  syntax: "json",
  expected: 'an object with "mirrors", each with "url_prefix" and "weight"',
  readList(value) {
    const list = findOwn(value, "mirrors");
    const reading = readEntries(list, { key: "url_prefix", pointer: "/mirrors", readEntry });
    if (!reading) return undefined;
    const lost = [
      ...tellLostFields([value], ["$schema", "version", "mirrors", "fallback_prefix"]),
      ...tellLostFields(list as unknown[], CARRIED),
    ];
    return { ...reading, left: [...reading.left, ...lost], fallback_prefix: findValue(value, "fallback_prefix", "") };
  },
};
