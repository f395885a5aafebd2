import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { DnsMember } from "../../../src/ops/dns/dns-pool.ts";
import { weighAddresses, type WeighedFamily } from "../../../src/ops/dns/weigh-addresses.ts";
import { makeMember } from "./dns-pool-sample.ts";

interface WeightVector {
  readonly name: string;
  readonly largest: number;
  readonly spread?: boolean;
  /** Weights, and how many addresses of each family a member has. */
  readonly members: readonly { readonly weight: number; readonly a?: number; readonly aaaa?: number }[];
  /** The weights of the addresses, member by member. */
  readonly a?: readonly (readonly number[])[];
  readonly aaaa?: readonly (readonly number[])[];
  readonly error: number;
}

const VECTORS = JSON.parse(
  readFileSync(new URL("../../vectors/dns-weights.json", import.meta.url), "utf8"),
) as readonly WeightVector[];

function listAddresses(count: number, index: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, place) => `${prefix}${index}.${place}`);
}

function makeMembers(members: WeightVector["members"]): DnsMember[] {
  return members.map(({ weight, a = 0, aaaa = 0 }, index) =>
    makeMember(`m${index}.example`, weight, {
      a: listAddresses(a, index, "a"),
      aaaa: listAddresses(aaaa, index, "aaaa"),
    }),
  );
}

function listWeights(families: readonly WeighedFamily[], type: "a" | "aaaa"): number[][] | undefined {
  const family = families.find((other) => other.type === type);
  return family?.members.map(({ addresses }) => addresses.map(({ weight }) => weight));
}

suite("weighAddresses", () => {
  for (const { name, largest, spread = false, members, a, aaaa, error } of VECTORS) {
    test(name, () => {
      const families = weighAddresses(makeMembers(members), { largest, isSpread: spread });
      assert.deepEqual(listWeights(families, "a"), a);
      assert.deepEqual(listWeights(families, "aaaa"), aaaa);
      const largestError = Math.max(...families.map((family) => family.largestError));
      assert.ok(Math.abs(largestError - error) < 1e-9, `the error is ${largestError}`);
    });
  }

  const someMembers = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 1000 }), a: fc.integer({ min: 1, max: 16 }) }),
    { minLength: 1, maxLength: 8 },
  );

  test("gives every address a whole weight in the range, and tells the true error", () => {
    const check = (members: { weight: number; a: number }[], largest: number, isSpread: boolean): void => {
      const [family] = weighAddresses(makeMembers(members), { largest, isSpread });
      const weights = listWeights(family ? [family] : [], "a") ?? [];
      for (const weight of weights.flat()) assert.ok(Number.isInteger(weight) && weight >= 1 && weight <= largest);
      const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
      const total = sum(members.map(({ weight }) => weight));
      const errors = weights.map((parts, index) =>
        Math.abs(sum(parts) / sum(weights.flat()) - (members[index]?.weight ?? 0) / total),
      );
      assert.ok(Math.abs(Math.max(...errors) - (family?.largestError ?? -1)) < 1e-12);
    };
    fc.assert(fc.property(someMembers, fc.constantFrom(100, 255, 1_048_575), fc.boolean(), check), { numRuns: 500 });
  });

  test("is exact for up to five addresses in gdnsd's range", () => {
    const five = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 1000 }), a: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    const check = (members: { weight: number; a: number }[]): void => {
      const [family] = weighAddresses(makeMembers(members), { largest: 1_048_575 });
      assert.ok((family?.largestError ?? 1) < 1e-12);
    };
    fc.assert(fc.property(five, check), { numRuns: 500 });
  });

  test("refuses a pool without anybody, and weights that are no whole numbers", () => {
    const refuse = (weight: number): void => {
      assert.throws(() => weighAddresses(makeMembers([{ weight, a: 1 }]), { largest: 100 }), RangeError);
    };
    for (const weight of [0, -1, 0.5, NaN, Infinity]) refuse(weight);
    assert.throws(() => weighAddresses(makeMembers([{ weight: 5 }]), { largest: 100 }), RangeError);
  });
});
