import { findOwn, findValue, isRecord, type JsonRecord } from "./json-record.ts";
import { EQUAL_WEIGHT, EQUAL_WEIGHTS, type Found, type ListFormat } from "./list-format.ts";
import { readEntries } from "./read-entries.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

function listAddresses(entry: JsonRecord, item: string): Found[] {
  const urls = findOwn(entry, "urls");
  if (!Array.isArray(urls)) return [findValue(entry, "urls", item)];
  return urls.map((url: unknown, index) =>
    isRecord(url) ? findValue(url, "url", `${item}/urls/${index}`) : { item: `${item}/urls/${index}`, value: url },
  );
}

/** Qubes OS' `_data/downloads-mirrors.yml`: organizations, each with its addresses of any scheme. */
export const QUBES: ListFormat = {
  syntax: "yaml",
  expected: 'an array of objects with "organization", "location" and "urls"',
  readList(value) {
    const reading = readEntries(value, {
      key: "urls",
      pointer: "",
      readEntry: (entry, item) => ({
        item,
        weight: EQUAL_WEIGHT,
        addresses: listAddresses(entry, item),
        country: findValue(entry, "location", item),
        sponsor: findValue(entry, "organization", item),
      }),
    });
    if (!reading) return undefined;
    const lost = tellLostFields(value as unknown[], ["organization", "location", "urls"]);
    return { ...reading, changed: [EQUAL_WEIGHTS, ...reading.changed], left: [...reading.left, ...lost] };
  },
};
