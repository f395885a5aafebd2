import { showValue } from "../../core/show-value.ts";
import { isEmpty } from "./json-record.ts";
import type { Found, ListEntry } from "./list-format.ts";
import { readAddress, type AddressReading } from "./read-address.ts";
import type { Remarks } from "./read-entries.ts";

/** A prefix that a mirror is reached at, and its place in the list. */
export interface FoundPrefix {
  readonly item: string;
  readonly url_prefix: string;
}

/** What can be used of the addresses of one mirror. */
export interface ChosenAddresses {
  readonly prefixes: readonly FoundPrefix[];
  readonly rsync: readonly { readonly item: string; readonly rsync_url: string }[];
}

/** What is done with plain http. */
export interface HttpOptions {
  /** Whether it is written as https, for a probe to confirm, rather than left out. */
  readonly upgradeHttp: boolean;
}

type Read = AddressReading & { readonly item: string };

const NOT_HTTPS =
  'is plain http, which browsers refuse on an https page; ask its operator for https, or let "fairmirror import --upgrade-http" write it';

function readAll(found: readonly Found[]): Read[] {
  return found.map(({ item, value }) => ({ item, ...readAddress(value) }));
}

/** In the place of an rsync address, an address of another kind must not become a mirror. */
function readRsyncSlot(found: readonly Found[], { left }: Remarks): Read[] {
  const filled = found.filter(({ value }) => !isEmpty(value));
  const read = readAll(filled);
  read.forEach((reading, index) => {
    if (reading.kind === "web" || reading.kind === "http")
      left.push({ item: reading.item, reason: `must be an rsync address, got ${showValue(filled[index]?.value)}` });
  });
  return read.filter(({ kind }) => kind === "rsync" || kind === "unfit");
}

function choosePrefixes(
  read: readonly Read[],
  { left, changed }: Remarks,
  { upgradeHttp }: HttpOptions,
): FoundPrefix[] {
  const secure = new Set(read.flatMap((reading) => (reading.kind === "web" ? [reading.url_prefix] : [])));
  return read.flatMap((reading) => {
    const { item, kind } = reading;
    if (kind !== "web" && kind !== "http") return [];
    const { url_prefix, changes } = reading;
    changed.push(...changes.map((reason) => ({ item, reason })));
    if (kind === "web") return [{ item, url_prefix }];
    if (secure.has(url_prefix)) left.push({ item, reason: "is plain http; its mirror stands with https" });
    else if (!upgradeHttp) left.push({ item, reason: NOT_HTTPS });
    else changed.push({ item, reason: `is plain http, written as ${showValue(url_prefix)}: "probe" must confirm it` });
    return upgradeHttp && !secure.has(url_prefix) ? [{ item, url_prefix }] : [];
  });
}

/** Sorts out the addresses of one mirror, and tells of those that cannot be used. */
export function chooseAddresses(entry: ListEntry, remarks: Remarks, options: HttpOptions): ChosenAddresses {
  const web = readAll(entry.addresses);
  const read = [...web, ...readRsyncSlot(entry.rsync ?? [], remarks)];
  if (web.length === 0) remarks.left.push({ item: entry.item, reason: "names no address" });
  for (const reading of read)
    if (reading.kind === "unfit") remarks.left.push({ item: reading.item, reason: reading.reason });
  const rsync = read.flatMap((reading) =>
    reading.kind === "rsync" ? [{ item: reading.item, rsync_url: reading.rsync_url }] : [],
  );
  return { prefixes: choosePrefixes(web, remarks, options), rsync };
}
