import { type AddressType, normalizeAddress } from "./address.ts";
import { isHostName } from "./host-name.ts";

function refuse(expected: string, text: string): never {
  throw new RangeError(`must be ${expected}, got ${JSON.stringify(text.slice(0, 300))}`);
}

/** Gives a host name as it stands, without a final dot. Throws a RangeError for what is none. */
export function printName(name: string): string {
  return isHostName(name) ? name : refuse("a host name in lower case", name);
}

/** Gives a host name with the final dot that makes it absolute. Throws a RangeError for what is none. */
export function printAbsolute(name: string): string {
  return `${printName(name)}.`;
}

/** Gives an address as it stands. Throws a RangeError for what is none in its canonical spelling. */
export function printAddress(type: AddressType, address: string): string {
  if (normalizeAddress(type, address) === address) return address;
  return refuse(type === "a" ? "an IPv4 address" : "an IPv6 address in its canonical spelling", address);
}

/** Gives a whole number. Throws a RangeError for what lies outside of the range. */
export function printNumber(number: number, [least, most]: readonly [number, number]): string {
  if (Number.isInteger(number) && number >= least && number <= most) return String(number);
  return refuse(`a whole number from ${least} to ${most}`, String(number));
}
