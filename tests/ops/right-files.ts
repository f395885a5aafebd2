import { checkFallbackShape } from "../../src/ops/check-fallback.ts";
import { checkPoolShape } from "../../src/ops/check-pool.ts";
import { checkReleasesShape } from "../../src/ops/check-releases.ts";
import { checkStatus } from "../../src/ops/check-status.ts";
import {
  FALLBACK_SCHEMA,
  MAINTAINED_POOL_SCHEMA,
  RELEASES_SCHEMA,
  STATUS_SCHEMA,
} from "../../src/ops/schemas.generated.ts";

const SHA256 = "f86dcbd6fc45b333ef7894d4deca4728ac18d51b921738ee094167867d58d45a";
const TIME = "2026-11-21T04:30:00.000Z";
const COMMON = { version: 1, $schema: "./schema.json" };
const PREFIX = "https://m1.example/os/";

const TRACE = { trace_path: "os/trace", trace_max_age_hours: 24 };

/** A mirror with every key. */
export const RIGHT_MIRROR = {
  ...{ url_prefix: PREFIX, weight: 10, country: "DE", sponsor: "Example", email: "ann@m1.example", notes: "" },
  ...{ rsync_url: "rsync://m1.example/os/", max_clients: 5 },
};
const RIGHT_STATUS = {
  ...{ url_prefix: PREFIX, verdict: "up", reason: "", since: TIME, checked: TIME, contrary: 0, lacks: ["os/1.img"] },
  ...{
    latency_ms: 1,
    bytes_per_second: 1,
    certificate_days: 1,
    synced: TIME,
    ipv4: true,
    ipv6: true,
    ranges: true,
    cors: true,
  },
  ...{ effective_weight: 1, history: [{ day: "2026-11-21", checks: 1, up: 1 }] },
};

const RIGHT_FALLBACK = {
  ...COMMON,
  name: "dl.example",
  ttl: 60,
  zone: {
    origin: "dl.example",
    nameservers: ["ns1.dns.example", "ns2.dns.example"],
    contact: "hostmaster@dns.example",
  },
  update: "file",
  server: { host: "ns1.dns.example", port: 53 },
  certificates: "each",
  check_path: "os/SHA256SUMS",
  members: [{ url_prefix: PREFIX, a: ["192.0.2.10"], aaaa: ["2001:db8::10"], weight: 10 }],
};

/** What balancing remembers, with every key. */
const RIGHT_MEMORY = {
  ...{ began: TIME, term: TIME },
  mirrors: [{ url_prefix: RIGHT_STATUS.url_prefix, clients: 100, expected: 20, excesses: [30], broken_since: TIME }],
};

/** Each schema with its check, and a right value that has every key. */
export const RIGHT_FILES = [
  {
    file: "mirrors.json",
    schema: MAINTAINED_POOL_SCHEMA,
    right: { ...COMMON, ...TRACE, fallback_prefix: "https://dl.example/", mirrors: [RIGHT_MIRROR] },
    check: checkPoolShape,
  },
  {
    file: "releases.json",
    schema: RELEASES_SCHEMA,
    right: {
      ...COMMON,
      generated: TIME,
      expires: TIME,
      files: [{ path: "os/1.img", size: 1, sha256: SHA256, pieces: { length: 65536, sha256: SHA256 } }],
    },
    check: checkReleasesShape,
  },
  {
    file: "status.json",
    schema: STATUS_SCHEMA,
    right: {
      ...{ ...COMMON, probed: TIME, vantage_points: ["fra1"], weight_scale: 10, mirrors: [RIGHT_STATUS] },
      weight_step: { taken: TIME, before: [{ url_prefix: RIGHT_STATUS.url_prefix, weight: 0.5 }] },
      balance: RIGHT_MEMORY,
    },
    check: checkStatus,
  },
  { file: "fallback.json", schema: FALLBACK_SCHEMA, right: RIGHT_FALLBACK, check: checkFallbackShape },
] as const;
