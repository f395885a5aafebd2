import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { isInnerAddress } from "../../src/ops/is-inner-address.ts";
import { createResolveHost, toAddress } from "../../src/cli/probe/resolve-host.ts";
import { ProbeFaultError } from "../../src/cli/probe/probe-fault-error.ts";

suite("addresses", () => {
  const INNER = ["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"];
  const NOBODY = ["224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.1", "198.18.0.1", "ff02::1", "fec0::1"];
  for (const text of [...INNER, ...NOBODY, "::1", "::", "fd00::2", "fe80::1", "::ffff:127.0.0.1"])
    test(`${text} is of this machine or the network around it`, () => {
      const address = toAddress(text);
      assert.ok(address && isInnerAddress(address));
    });

  for (const text of ["192.0.2.1", "172.32.0.1", "9.9.9.9", "2001:db8::1", "::ffff:9.9.9.9"])
    test(`${text} is a public one`, () => {
      const address = toAddress(text);
      assert.ok(address && !isInnerAddress(address));
    });

  test("come from directions first: by name, by any name, and none where none is given", async () => {
    const [own, any] = [toAddress("127.0.0.2"), toAddress("[::1]")];
    assert.ok(own && any);
    const directions = new Map([
      ["m.example:443", [own]],
      ["*:8443", [any]],
      ["gone.example:443", []],
    ]);
    const resolve = createResolveHost(directions, { timeoutMs: 1000 });
    assert.deepEqual(await resolve(new URL("https://m.example/x")), [own]);
    assert.deepEqual(await resolve(new URL("https://other.example:8443/x")), [any]);
    assert.deepEqual(await resolve(new URL("https://9.9.9.9/x")), [{ ip: "9.9.9.9", family: 4 }]);
    assert.deepEqual(await resolve(new URL("http://localhost:1/x")), [{ ip: "127.0.0.1", family: 4 }]);
    const isNameless = (error: unknown): boolean => error instanceof ProbeFaultError && error.fault.code === "no-name";
    await assert.rejects(resolve(new URL("https://gone.example/x")), isNameless);
  });
});
