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

/** What the zone says beside the members. */
export interface FallbackZone {
  /**
   * The name of the zone: the pool's name itself, when it is delegated, or a domain above it. The zone that is written holds
   * the pool and nothing else, so delegate the pool's name when the domain has other names. Example: "dl.example.org".
   *
   * @format hostname
   */
  readonly origin: string;
  /**
   * The names of the servers that answer for the zone, the primary first; at least two, all outside of the zone.
   * Example: ["ns1.example.org", "ns2.example.net"].
   *
   * @minItems 2
   * @maxItems 13
   * @uniqueItems true
   * @items.type string
   * @items.format hostname
   */
  readonly nameservers: readonly string[];
  /**
   * The e-mail address of those who answer for the zone. Everyone can read it in the DNS. Example: "hostmaster@example.org".
   *
   * @format email
   */
  readonly contact: string;
}

/** The server that takes dynamic updates (RFC 2136). */
export interface UpdateServer {
  /**
   * Its name or address. Example: "ns1.example.org".
   *
   * @format dns-host
   */
  readonly host: string;
  /**
   * The port that it listens on.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 65535
   * @default 53
   */
  readonly port?: number;
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
