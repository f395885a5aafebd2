import fc from "fast-check";
import { POOLS, REWRITES } from "../core/vectors.ts";

const SCHEMES = ["https:", "https:", "https:", "HTTPS:", "http:", "javascript:", "ftp:", "blob:https:", ""];
const SLASHES = ["//", "//", "//", "/", "\\\\", "///", ""];
const USERS = ["", "", "", "", "u@", "u:p@", ":@", "@"];
const HOSTS = [
  ...["m.example", "m.example", "n.example", "M.example", "m.example.", "münchen.example", "xn--mnchen-3ya.example"],
  ...["*.example", "m.example;x", "m,n.example", "m_x.example", "m..example", "m%2eexample", "m example", "-", "", "a"],
  ...[
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "１２７.1",
    "[::1]",
    "[2001:db8::1]",
    "localhost",
    "printer.local",
    "9.9.9.9",
  ],
  ...["a2a2a2.onion", "onion", "a.onion.example", ".onion", "a.onion.", "m.example\u0000", "m\u00ad.example"],
];
const PORTS = ["", "", "", ":443", ":8443", ":80", ":0", ":65536", ":", ":x"];
const PATHS = [
  ...["/", "/", "/os/", "/os/", "/os", "", "//", "/a//b/", "/a/../b/", "/a/./b/", "/%2e%2e/b/", "/a%2fb/", "/%zz/"],
  ...["/ä/", "/a b/", "/a\\b/", "/\ud800/", "/;x=1/", "/@/", "/:/", "/~a/", "/%7Ea/", "/'/", '/"/', "/|/", "/\t/"],
];
const TAILS = ["", "", "", "", "?", "#", "?q=/", "#/", " ", "\n", "?/", "/"];

const pick = (...parts: readonly string[]) => fc.constantFrom(...parts);

/** Addresses put together of parts that are right, nearly right, and made to be misread. */
const hostileUrl = fc
  .tuple(
    pick(...SCHEMES),
    pick(...SLASHES),
    pick(...USERS),
    pick(...HOSTS),
    pick(...PORTS),
    pick(...PATHS),
    pick(...TAILS),
  )
  .map((parts) => parts.join(""));

/** What may stand as `url_prefix`. */
export const prefixes = fc.oneof(
  { weight: 4, arbitrary: hostileUrl },
  fc.webUrl().map((url) => `${url}/`),
  fc.constantFrom(...POOLS.flatMap(({ kept = [] }) => kept), ...REWRITES.map(({ url_prefix }) => url_prefix)),
  fc.anything(),
);

/** What may stand as `weight`. */
export const weights = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 1002 }) },
  fc.constantFrom(0.5, -0, 1e3, 1000.0000001, 1e21, -1e-9, true, null, "", "10", " 10", "1e2", [5], [], {}),
  fc.anything(),
);

/** What may stand as `lacks`. */
const lacks = fc.oneof(
  fc.array(fc.string()),
  fc.constantFrom("os/", "", [""], [[["os/"]]], [null], [{ length: 3 }], { length: 1, 0: "a" }, 5, null),
  fc.anything(),
);

/** Entries of a pool, few of them right. */
export const entries = fc.oneof(
  { weight: 5, arbitrary: fc.record({ url_prefix: prefixes, weight: weights }) },
  fc.record({ url_prefix: prefixes, weight: weights, lacks }, { requiredKeys: ["url_prefix", "weight"] }),
  fc.anything(),
);

const rightPrefix = fc
  .tuple(
    pick("m.example", "n.example", "m.example:8443", "9.9.9.9", "xn--mnchen-3ya.example"),
    pick("/", "/os/", "/~a/", "/a//b/"),
  )
  .map(([host, path]) => `https://${host}${path}`);

/** Pools that look right, and are, unless an address stands there twice or every weight is 0. */
const rightPools = fc.record(
  {
    version: fc.constant(1),
    fallback_prefix: fc.oneof(rightPrefix, prefixes),
    mirrors: fc.array(
      fc.record(
        { url_prefix: fc.oneof(rightPrefix, rightPrefix, hostileUrl), weight: fc.nat(1000), country: pick("DE", "NO") },
        { requiredKeys: ["url_prefix", "weight"] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ["mirrors"] },
);

/** Whole pools, from right ones to anything. */
export const pools = fc.oneof(
  { weight: 3, arbitrary: rightPools },
  fc.record(
    { version: fc.constantFrom(1, 2, undefined, "1", null), mirrors: fc.array(entries), fallback_prefix: prefixes },
    { requiredKeys: [] },
  ),
  fc.anything(),
);
