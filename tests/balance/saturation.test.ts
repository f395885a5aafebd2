import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { countShed } from "../../src/balance/count-shed.ts";
import { isSaturated } from "../../src/balance/is-saturated.ts";
import { BALANCE } from "./balance-vectors.ts";

suite("saturation", () => {
  for (const { name, saturated, ...load } of BALANCE.saturation)
    test(`${saturated ? "is" : "is not"} reached by ${name}`, () => {
      assert.equal(isSaturated(load), saturated);
    });
});

suite("the clients moved in a term", () => {
  for (const { name, shed, ...inputs } of BALANCE.sheds)
    test(`are ${shed}: ${name}`, () => {
      assert.equal(countShed(inputs), shed);
    });
});
