import { ADDRESS_TYPES, type AddressType } from "../dns/address.ts";
import type { Fallback } from "../dns/fallback.ts";

/** An address of the fallback pool, and its place in `fallback.json`. */
export interface PlacedAddress {
  readonly type: AddressType;
  readonly text: string;
  /** As a JSON Pointer. */
  readonly pointer: string;
}

/** Lists every address of the fallback pool, as it is written. */
export function placeAddresses(fallback: Fallback | undefined): PlacedAddress[] {
  return (fallback?.members ?? []).flatMap((member, index) =>
    ADDRESS_TYPES.flatMap((type) =>
      (member[type] ?? []).map((text, place) => ({ type, text, pointer: `/members/${index}/${type}/${place}` })),
    ),
  );
}
