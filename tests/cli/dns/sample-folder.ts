import type { TestContext } from "node:test";
import type { Fallback } from "../../../src/ops/dns/fallback.ts";
import { makeSampleFolder, type SampleFiles, sampleStatus } from "../sample-pool.ts";

/** A fallback of the sample pool's three mirrors of some weight. */
export const FALLBACK: Fallback = {
  version: 1,
  name: "dl.example",
  zone: {
    origin: "dl.example",
    nameservers: ["ns1.dns.example", "ns2.dns.example"],
    contact: "hostmaster@dns.example",
  },
  certificates: "each",
  members: [
    { url_prefix: "https://m1.example/os/", a: ["192.0.2.10"], aaaa: ["2001:db8:a::10"] },
    { url_prefix: "https://m2.example/", a: ["198.51.100.20"], aaaa: ["2001:db8:b::20"] },
    { url_prefix: "https://m3.example/", a: ["203.0.113.30"], aaaa: ["2001:db8:c::30"] },
  ],
};

/** What a probe found: one mirror is down, the others were not asked. */
export function statusOf(url_prefix: string, verdict: string): object {
  return { version: 1, probed: "2026-11-21T04:00:00Z", mirrors: [sampleStatus(url_prefix, verdict)] };
}

/** Makes a folder for one test, with a fallback. */
export function makeDnsFolder(
  context: TestContext,
  fallback: object = FALLBACK,
  files: SampleFiles = {},
): Promise<string> {
  return makeSampleFolder(context, { "fallback.json": fallback, ...files });
}
