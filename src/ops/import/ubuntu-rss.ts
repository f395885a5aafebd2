import { showValue } from "../../core/show-value.ts";
import { findOwn, findValue, isEmpty, isRecord, type JsonRecord } from "./json-record.ts";
import { findLinkSpeed } from "./link-speed.ts";
import type { Found, ListFormat, Remark } from "./list-format.ts";
import { readEntries } from "./read-entries.ts";
import { tellLostFields } from "./tell-lost-fields.ts";

const CARRIED = ["title", "link", "guid", "bandwidth", "location"];
const MAX_WEIGHT = 1000;

function findSpeed(entry: unknown): number | undefined {
  const text = findOwn(entry, "bandwidth");
  return typeof text === "string" ? findLinkSpeed(text.trim()) : undefined;
}

/** Shares the traffic by capacity: the fastest link has weight 1000, and no link less than 1, which would disable it. */
function scaleWeight(entry: JsonRecord, fastest: number, item: string, changed: Remark[]): number {
  const speed = findSpeed(entry);
  const exact = ((speed ?? 0) / fastest) * MAX_WEIGHT;
  const reason =
    speed === undefined
      ? `must be one of Launchpad's codes for a speed, got ${showValue(findOwn(entry, "bandwidth"))}; the weight is 1 until you know better`
      : `would be weight ${exact.toPrecision(1)} beside the fastest link; it is 1, the least that is not disabled`;
  if (exact < 1) changed.push({ item: `${item}/bandwidth`, reason });
  return Math.max(1, Math.round(exact));
}

function readCountry(entry: JsonRecord, item: string): Found {
  const location = findOwn(entry, "location");
  const code = findValue(location, "countrycode", `${item}/location`);
  return isEmpty(code.value) ? findValue(location, "country", `${item}/location`) : code;
}

/** The RSS of mirrors that Launchpad serves for Ubuntu: https://launchpad.net/ubuntu/+archivemirrors-rss and +cdmirrors-rss. */
export const UBUNTU_RSS: ListFormat = {
  syntax: "rss",
  expected: 'RSS with items of "link" and "mirror:bandwidth"',
  readList(value) {
    const list = findOwn(findOwn(findOwn(value, "rss"), "channel"), "item");
    const items = Array.isArray(list) ? (list as unknown[]) : [];
    const fastest = items.reduce<number>((most, item) => Math.max(most, findSpeed(item) ?? 0), 0) || 1;
    const reading = readEntries(list, {
      key: "link",
      pointer: "/rss/channel/item",
      readEntry: (entry, item, { changed }) => ({
        item,
        weight: scaleWeight(entry, fastest, item, changed),
        addresses: [findValue(entry, "link", item)],
        country: readCountry(entry, item),
        sponsor: findValue(entry, "title", item),
      }),
    });
    if (!reading) return undefined;
    return { ...reading, left: [...reading.left, ...tellLostFields(items.filter(isRecord), CARRIED)] };
  },
};
