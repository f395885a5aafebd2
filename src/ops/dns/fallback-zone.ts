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
