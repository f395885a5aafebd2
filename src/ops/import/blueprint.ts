import { findOwn, findValue } from "./json-record.ts";
import type { ListFormat } from "./list-format.ts";
import { readEntries } from "./read-entries.ts";
import { readWeight } from "./read-weight.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

/** The draft of 2015 that the pool's format grew from: a bare host as `url`, and the weight as a text. */
export const BLUEPRINT: ListFormat = {
  syntax: "json",
  expected: 'an object with "mirrors", each with "url" and "weight"',
  readList(value) {
    const list = findOwn(value, "mirrors");
    const reading = readEntries(list, {
      key: "url",
      pointer: "/mirrors",
      readEntry(entry, item, remarks) {
        const weight = readWeight(findValue(entry, "weight", item), remarks);
        return weight === undefined ? undefined : { item, weight, addresses: [findValue(entry, "url", item)] };
      },
    });
    if (!reading) return undefined;
    const lost = tellLostFields(list as unknown[], ["url", "weight"]);
    return { ...reading, left: [...reading.left, ...lost] };
  },
};
