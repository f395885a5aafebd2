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

const CARRIED = [
  ...["ID", "Name", "HttpURL", "RsyncURL", "FtpURL", "SponsorName", "AdminEmail", "CountryCodes", "Enabled"],
  ...["ContinentOnly", "CountryOnly", "ASOnly", "ExcludedCountryCodes", "Comment"],
];

const REASONS = {
  Score: "is no share of the traffic: it moves a mirror in mirrorbits' order of distances by percent",
};

const LIMITS = ["ContinentOnly", "CountryOnly", "ASOnly"];

/** Names what keeps a mirror from some visitors; the choice in the browser cannot keep to it, since nobody asks where visitors are. */
function findLimits(entry: JsonRecord): string[] {
  const limits = LIMITS.filter((key) => findOwn(entry, key) === true);
  return isEmpty(findOwn(entry, "ExcludedCountryCodes")) ? limits : [...limits, "ExcludedCountryCodes"];
}

function findDisabled(entry: JsonRecord): string | undefined {
  if (findOwn(entry, "Enabled") === false) return "not enabled in mirrorbits";
  const limits = findLimits(entry);
  return limits.length > 0 ? `not for visitors of every country in mirrorbits (${limits.join(", ")})` : undefined;
}

/** The codes tell whom a mirror serves, the nearest first: a pool names the country that it stands in. */
function readCountry(entry: JsonRecord, item: string, left: Remark[]): Found {
  const codes = findValue(entry, "CountryCodes", item);
  if (typeof codes.value !== "string") return codes;
  const [first = "", ...others] = codes.value.trim().split(/\s+/);
  if (others.length > 0)
    left.push({
      item: codes.item,
      reason: `a pool names one country: ${showValue(first)} is kept, ${showValue(others.join(" "))} is not`,
    });
  return { ...codes, value: first };
}

function readEntry(entry: JsonRecord, item: string, left: Remark[]): ListEntry {
  const disabled = findDisabled(entry);
  const ftp = findValue(entry, "FtpURL", item);
  return {
    item,
    weight: disabled ? 0 : EQUAL_WEIGHT,
    addresses: [findValue(entry, "HttpURL", item), ...(isEmpty(ftp.value) ? [] : [ftp])],
    rsync: [findValue(entry, "RsyncURL", item)],
    country: readCountry(entry, item, left),
    sponsor: findValue(entry, "SponsorName", item),
    email: findValue(entry, "AdminEmail", item),
    notes: findValue(entry, "Comment", item),
    ...(disabled && { disabled }),
  };
}

/** Gives the records of `mirrorbits show`, or those of the JSON answer to `?mirrorlist`. */
function findRecords(value: unknown): readonly [list: unknown, pointer: string] {
  const answer = findOwn(value, "MirrorList");
  if (answer !== undefined) return [answer, "/MirrorList"];
  return [isRecord(value) ? [value] : value, ""];
}

/** mirrorbits' mirrors: what `mirrorbits show` writes for each, one after another, or the JSON answer to `?mirrorlist`. */
export const MIRRORBITS: ListFormat = {
  syntax: "yaml-records",
  expected: 'records with "HttpURL", such as "mirrorbits show" gives, or an object with "MirrorList"',
  readList(value) {
    const [list, pointer] = findRecords(value);
    const reading = readEntries(list, {
      key: "HttpURL",
      pointer,
      readEntry: (entry, item, { left }) => readEntry(entry, item, left),
    });
    if (!reading) return undefined;
    return {
      ...reading,
      changed: [EQUAL_WEIGHTS, ...reading.changed],
      left: [...reading.left, ...tellLostFields(list as unknown[], CARRIED, REASONS)],
    };
  },
};
