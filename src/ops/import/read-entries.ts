import { showValue } from "../../core/show-value.ts";
import { isRecord, type JsonRecord } from "./json-record.ts";
import type { ListEntry, ListReading, Remark } from "./list-format.ts";

/** How a format reads the entries of its list. */
export interface EntryReader {
  /** The key that each entry must have, and by which the format is known. */
  readonly key: string;
  /** Where the list stands, as a JSON Pointer. */
  readonly pointer: string;
  /** Gives undefined for an entry that is left out, when `left` tells why. */
  readonly readEntry: (entry: JsonRecord, item: string, remarks: Remarks) => ListEntry | undefined;
}

/** Where a format's reader tells what becomes of an entry. */
export interface Remarks {
  readonly left: Remark[];
  readonly changed: Remark[];
}

function hasKey(entry: unknown, key: string): entry is JsonRecord {
  return isRecord(entry) && Object.hasOwn(entry, key);
}

/**
 * Reads a list whose entries are known by a key; undefined for what is no such list. An empty list is one; an entry
 * without the key is left out, as long as another has it.
 */
export function readEntries(list: unknown, { key, pointer, readEntry }: EntryReader): ListReading | undefined {
  if (!Array.isArray(list) || (list.length > 0 && !list.some((entry) => hasKey(entry, key)))) return undefined;
  const remarks: Remarks = { left: [], changed: [] };
  const entries = list.flatMap((entry: unknown, index) => {
    const item = `${pointer}/${index}`;
    if (hasKey(entry, key)) return readEntry(entry, item, remarks) ?? [];
    // What the object holds is not shown: it may be an operator's e-mail address, and messages end up in logs.
    const came = isRecord(entry) ? "an object without it" : showValue(entry);
    remarks.left.push({ item, reason: `must be an object with "${key}", got ${came}` });
    return [];
  });
  return { entries, ...remarks };
}
