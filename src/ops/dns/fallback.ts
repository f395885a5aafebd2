import type { FallbackZone, UpdateServer } from "./fallback-zone.ts";

/** A mirror of the pool that also answers for the name of the fallback. */
export interface FallbackMember {
  /**
   * The mirror, as it stands in mirrors.json.
   *
   * @minLength 1
   * @maxLength 2000
   */
  readonly url_prefix: string;
  /**
   * Its IPv4 addresses. Example: ["192.0.2.10"].
   *
   * @maxItems 16
   */
  readonly a?: readonly string[];
  /**
   * Its IPv6 addresses. Visitors who have IPv6 try these first, and so never come to a member without one while another member
   * has some: give them to all members, or to none. Example: ["2001:db8::10"].
   *
   * @maxItems 16
   */
  readonly aaaa?: readonly string[];
  /**
   * How much of the fallback's traffic the member gets, in place of its weight in mirrors.json. 0 leaves it out. Plain DNS
   * records cannot tell weights: there all addresses are equal.
   *
   * @TJS-type integer
   * @minimum 0
   * @maximum 1000
   */
  readonly weight?: number;
}

/**
 * How a change comes to the name servers: as a "file" that is written and loaded, or as a "dynamic" update that is sent
 * (RFC 2136). Never both: a server whose zone is updated loses updates, or the zone, when its file is written over.
 */
export type UpdateWay = "file" | "dynamic";

/**
 * How the members come to a certificate for the pool's name, without which https does not work there: "each" has one of its own,
 * or one is "shared" by all.
 */
export type CertificateHolding = "each" | "shared";

/** The DNS pool that visitors without JavaScript are served by, `mirrors/fallback.json`: 3 to 5 fast mirrors behind one name. */
export interface Fallback {
  /** Where editors find this schema. */
  readonly $schema?: string;
  /**
   * The major version of this format.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 1
   */
  readonly version: number;
  /**
   * The DNS name of the pool: the host of `fallback_prefix` in mirrors.json. Example: "dl.example.org".
   *
   * @format hostname
   */
  readonly name: string;
  /**
   * For how many seconds resolvers may keep an answer. Short, because a member that fails is asked until then.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 86400
   * @default 60
   */
  readonly ttl?: number;
  readonly zone: FallbackZone;
  /**
   * @default "file"
   */
  readonly update?: UpdateWay;
  /** Needed only for dynamic updates to another server than the first of `nameservers`. */
  readonly server?: UpdateServer;
  /** Needed when `fallback_prefix` begins with https:// and the pool has several members. */
  readonly certificates?: CertificateHolding;
  /**
   * The path below `fallback_prefix` that engines with health checks ask each member for: a small file that every mirror
   * carries. The prefix itself when left out. Example: "project/1.0/project-1.0.img.sha256".
   *
   * @pattern ^[A-Za-z0-9._~/-]{1,200}$
   */
  readonly check_path?: string;
  /**
   * The mirrors behind the name, 3 to 5 of the fastest, in any order.
   *
   * @minItems 1
   * @maxItems 64
   */
  readonly members: readonly FallbackMember[];
}
