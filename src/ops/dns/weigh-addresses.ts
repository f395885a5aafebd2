import { ADDRESS_TYPES, type AddressType } from "./address.ts";
import type { DnsMember } from "./dns-pool.ts";
import { listMembers } from "./list-members.ts";
import { scaleWeights, type WeightRange } from "./scale-weights.ts";

/** A member's addresses of one family, each with the weight that the engine is given. */
export interface WeighedMember {
  readonly member: DnsMember;
  readonly addresses: readonly { readonly address: string; readonly weight: number }[];
}

/** The members that have addresses of one family, in the order of the pool. */
export interface WeighedFamily {
  readonly type: AddressType;
  readonly members: readonly WeighedMember[];
  /** The largest distance of a member's share, among those that have the family, from the one that is meant, in parts of 1. */
  readonly largestError: number;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function findDivisor(one: number, other: number): number {
  return other === 0 ? one : findDivisor(other, one % other);
}

/** Gives the smallest whole numbers in the proportion of the members' weights that can be shared out equally over their addresses. */
function findWholeParts(weights: readonly number[], counts: readonly number[]): number[] {
  const denominators = weights.map((weight, index) => (counts[index] ?? 1) / findDivisor(weight, counts[index] ?? 1));
  const factor = denominators.reduce((one, other) => (one / findDivisor(one, other)) * other, 1);
  return weights.map((weight, index) => (weight * factor) / (counts[index] ?? 1));
}

function reduceParts(parts: readonly number[]): number[] {
  const divisor = parts.reduce(findDivisor, 0);
  return parts.map((part) => part / divisor);
}

/** Gives parts that fit and are exact: as they are, in lowest terms, or spread over the range; undefined where none are. */
function fitExactly(parts: readonly number[], { largest, isSpread = false }: WeightRange): number[] | undefined {
  const fits = (numbers: readonly number[]): boolean => Math.max(...numbers) <= largest;
  const reduced = reduceParts(parts);
  if (isSpread && fits(reduced)) {
    const factor = Math.floor(largest / Math.max(...reduced));
    return reduced.map((part) => part * factor);
  }
  return [[...parts], reduced].find(fits);
}

/** Shares each member's weight out over its addresses as equally as the range allows. */
function shareOut(weights: readonly number[], counts: readonly number[], range: WeightRange): number[][] {
  const parts = findWholeParts(weights, counts);
  const exact = parts.every(Number.isSafeInteger) ? fitExactly(parts, range) : undefined;
  if (exact) return exact.map((part, index) => Array.from({ length: counts[index] ?? 0 }, () => part));
  const places = counts.flatMap((count, index) => Array.from({ length: count }, () => index));
  const scaled = scaleWeights(
    places.map((index) => (weights[index] ?? 0) / (counts[index] ?? 1)),
    range,
  ).weights;
  return counts.map((_, index) => scaled.filter((__, place) => places[place] === index));
}

function findLargestError(weights: readonly number[], parts: readonly (readonly number[])[]): number {
  const [total, given] = [sum(weights), sum(parts.flat())];
  return Math.max(0, ...parts.map((part, index) => Math.abs(sum(part) / given - (weights[index] ?? 0) / total)));
}

function weighFamily(members: readonly DnsMember[], type: AddressType, range: WeightRange): WeighedFamily {
  const weights = members.map(({ weight }) => weight);
  const counts = members.map((member) => member[type].length);
  const parts = shareOut(weights, counts, range);
  const weighed = members.map((member, index) => ({
    member,
    addresses: member[type].map((address, place) => ({ address, weight: parts[index]?.[place] ?? 0 })),
  }));
  return { type, members: weighed, largestError: findLargestError(weights, parts) };
}

/**
 * Gives the weights of all addresses, IPv4 first, so that a member with several gets the share of its own weight, not of their
 * number. Whole numbers that the engine takes are exact; where it takes none that are, the error is told. Families that nobody
 * has are left out. Throws a RangeError when there is nobody at all, and where `listMembers` and `scaleWeights` do.
 */
export function weighAddresses(members: readonly DnsMember[], range: WeightRange): WeighedFamily[] {
  const families = ADDRESS_TYPES.map((type) => ({ type, having: listMembers(members, type) }));
  const weighed = families
    .filter(({ having }) => having.length > 0)
    .map(({ type, having }) => weighFamily(having, type, range));
  if (weighed.length === 0) throw new RangeError("members must hold one with a weight and an address, got none");
  return weighed;
}
