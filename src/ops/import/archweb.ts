import { showValue } from "../../core/show-value.ts";
import { findOwn, findValue, isEmpty, isRecord, type JsonRecord } from "./json-record.ts";
import {
  EQUAL_WEIGHT,
  EQUAL_WEIGHTS,
  type Found,
  type ListEntry,
  type ListFormat,
  type Remark,
} from "./list-format.ts";
import { readEntries } from "./read-entries.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

const CARRIED = ["url", "protocol", "country", "country_code", "active", "details"];

const NO_SHARE = "tells how late and how slow a mirror answered, which is no share of the traffic";
const MEASURED = 'is a finding, not carried over: "probe" makes its own';
const REASONS = {
  score: NO_SHARE,
  ...Object.fromEntries(
    ["completion_pct", "delay", "duration_avg", "duration_stddev", "last_sync"].map((key) => [key, MEASURED]),
  ),
};

function findText(entry: JsonRecord, key: string): string {
  const value = findOwn(entry, key);
  return typeof value === "string" ? value : "";
}

/** One mirror has an entry for each protocol: they share the page named by `details`, or at least the host. */
function nameMirror(entry: JsonRecord, item: string): string {
  const page = /\/mirrors\/([^/]+)\//.exec(findText(entry, "details"))?.[1];
  const host = /^[a-z]+:\/\/([^/]+)/i.exec(findText(entry, "url"))?.[1];
  return `${page ?? host ?? item} ${findOwn(entry, "active") === false ? "off" : "on"}`;
}

function readCountry(entry: JsonRecord, item: string): Found {
  const code = findValue(entry, "country_code", item);
  return isEmpty(code.value) ? findValue(entry, "country", item) : code;
}

function readUrl(entry: JsonRecord, item: string): ListEntry {
  const isOff = findOwn(entry, "active") === false;
  return {
    item,
    weight: isOff ? 0 : EQUAL_WEIGHT,
    addresses: [findValue(entry, "url", item)],
    country: readCountry(entry, item),
    ...(isOff && { disabled: "not active in archweb's list" }),
  };
}

/** Tells of a mirror that the list itself never reached: it is carried over, for a probe to judge. */
function tellUnreached(entry: JsonRecord, item: string): Remark[] {
  const completion_pct = findOwn(entry, "completion_pct");
  if (completion_pct || !findText(entry, "url").startsWith("https:")) return [];
  const reason = `passed none of the list's checks (completion_pct ${showValue(completion_pct)}): let "probe" judge it before you publish`;
  return [{ item, reason }];
}

function mergeEntries(groups: readonly (readonly ListEntry[])[]): ListEntry[] {
  return groups.flatMap(([first, ...others]) => {
    if (!first) return [];
    const country = [first, ...others].find((entry) => !isEmpty(entry.country?.value))?.country;
    const addresses = [first, ...others].flatMap((entry) => entry.addresses);
    return [{ ...first, addresses, ...(country && { country }) }];
  });
}

/** Arch Linux' https://archlinux.org/mirrors/status/json/. */
export const ARCHWEB: ListFormat = {
  syntax: "json",
  expected: 'an object with "urls", each with "url", "protocol" and "score"',
  readList(value) {
    const list = findOwn(value, "urls");
    const groups = new Map<string, ListEntry[]>();
    const reading = readEntries(list, {
      key: "url",
      pointer: "/urls",
      readEntry(entry, item, { changed }) {
        const read = readUrl(entry, item);
        const name = nameMirror(entry, item);
        groups.set(name, [...(groups.get(name) ?? []), read]);
        changed.push(...tellUnreached(entry, item));
        return read;
      },
    });
    if (!reading) return undefined;
    const lost = tellLostFields((list as unknown[]).filter(isRecord), CARRIED, REASONS);
    return {
      ...reading,
      changed: [EQUAL_WEIGHTS, ...reading.changed],
      entries: mergeEntries([...groups.values()]),
      left: [...reading.left, ...lost],
    };
  },
};
