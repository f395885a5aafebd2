import { normalizeUrl } from "../../core/url-prefix.ts";

/** The record types that hold addresses. */
export type AddressType = "a" | "aaaa";

/** All of them, in the order of files and messages. */
export const ADDRESS_TYPES = ["a", "aaaa"] as const satisfies readonly AddressType[];

const IPV4 = /^(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

/** Tells whether a text is an IPv4 address: four numbers, without leading zeros, which some programs read as octal. */
export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}

/** Gives an IPv6 address in its canonical spelling (RFC 5952), or undefined for what is none, an address with a zone included. */
export function normalizeIpv6(text: string): string | undefined {
  if (!/^[0-9a-fA-F:.]{2,45}$/.test(text)) return undefined;
  return /^\w+:\/\/\[(.+)\]\/$/.exec(normalizeUrl(`http://[${text}]/`) ?? "")?.[1];
}

/** Gives an address of a type in its canonical spelling, or undefined for what is none. */
export function normalizeAddress(type: AddressType, text: string): string | undefined {
  if (type === "aaaa") return normalizeIpv6(text);
  return isIpv4(text) ? text : undefined;
}
