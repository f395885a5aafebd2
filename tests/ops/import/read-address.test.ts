import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { isUrlPrefix } from "../../../src/core/index.ts";
import { type AddressReading, readAddress } from "../../../src/ops/import/read-address.ts";
import { readVector } from "./samples.ts";

interface AddressVector {
  readonly name: string;
  readonly address: unknown;
  readonly kind: AddressReading["kind"];
  readonly url_prefix?: string;
  readonly changed?: string;
  readonly told?: string;
}

const VECTORS = readVector("addresses.json") as readonly AddressVector[];

suite("an address in another list", () => {
  for (const { name, address, kind, url_prefix, changed = "", told = "" } of VECTORS) {
    test(`is sorted out: ${name}`, () => {
      const reading = readAddress(address);
      assert.equal(reading.kind, kind);
      if (reading.kind === "unfit") assert.ok(reading.reason.includes(told), reading.reason);
      if (reading.kind === "rsync") assert.equal(reading.rsync_url, address);
      if (reading.kind !== "web" && reading.kind !== "http") return;
      assert.equal(reading.url_prefix, url_prefix);
      assert.ok(isUrlPrefix(reading.url_prefix));
      assert.equal(reading.changes.length, changed === "" ? 0 : 1);
      assert.ok(reading.changes.join().includes(changed), reading.changes.join());
    });
  }

  test("never has its password shown", () => {
    const reading = readAddress("https://me:secret@m.example/os/");
    assert.ok(reading.kind === "unfit" && !reading.reason.includes("secret"));
  });

  test("is refused in no time, however long", () => {
    const started = performance.now();
    for (const text of ["a.".repeat(1e6), "a".repeat(1e6), `https://${"a".repeat(1e6)}`, ":".repeat(1e6)])
      assert.equal(readAddress(text).kind, "unfit");
    assert.ok(performance.now() - started < 1000);
  });
});
