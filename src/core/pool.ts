/** One mirror as clients know it: what the published list says of it. */
export interface Mirror {
  /**
   * The address that stands before every path, up to and including its final "/". It begins with "https://" (or "http://"
   * for a .onion name) and has no user name, query or fragment. Example: "https://mirror.example.org/pub/project/".
   *
   * @pattern ^(https:\/\/[^/@]+|http:\/\/[^/@:]+\.onion(:\d+)?)\/([^?#]*\/)?$
   * @format url-prefix
   */
  readonly url_prefix: string;
  /**
   * How much of the traffic the mirror gets: its weight over the sum of all weights. 0 disables it: it is never drawn.
   *
   * @TJS-type integer
   * @minimum 0
   * @maximum 1000
   */
  readonly weight: number;
  /**
   * The country the mirror stands in, as two capital letters (ISO 3166-1 alpha-2). Example: "DE".
   *
   * @pattern ^[A-Z]{2}$
   */
  readonly country?: string;
  /**
   * Who gives the bandwidth, as shown to visitors.
   *
   * @minLength 1
   * @maxLength 200
   */
  readonly sponsor?: string;
}

/** A mirror in the published list: a mirror, what it cannot serve yet, and whether it is being relieved. */
export interface PublicMirror extends Mirror {
  /**
   * Paths below `url_prefix`, or the beginnings of several, that the mirror does not carry yet: they are not sought there.
   */
  readonly lacks?: readonly string[];
  /**
   * The part of the mirror's visitors that balancing moves away now, from 0 to 1; left out when it moves nobody. It is contained in
   * `weight` already, and for people to read: a client that orders mirrors by a session's key moves by the lower weight, once and
   * without more code, just the sessions that this weight would not have won, and in all this part of them.
   *
   * @minimum 0
   * @maximum 1
   */
  readonly relief?: number;
}

/** A mirror in `mirrors/mirrors.json`: what maintainers know of it. The additional fields are never published, except the country and sponsor above. */
export interface MaintainedMirror extends Mirror {
  /**
   * Where the operator is reached when something breaks. Never published.
   *
   * @minLength 1
   * @maxLength 200
   */
  readonly email?: string;
  /**
   * Words between maintainers, such as why the mirror is disabled. Never published.
   *
   * @maxLength 2000
   */
  readonly notes?: string;
  /**
   * The address maintainers can inspect the mirror's files at. Never published. Example: "rsync://mirror.example.org/project/".
   *
   * @pattern ^rsync://[^\s]+$
   */
  readonly rsync_url?: string;
  /**
   * The most clients the mirror is meant to serve at once; balancing moves those above it first. Never published.
   *
   * @TJS-type integer
   * @minimum 1
   */
  readonly max_clients?: number;
}

/** What the published list and the maintainers' file have in common. */
interface PoolHead {
  /**
   * The major version of this format. A client leaves the links alone when it meets a newer one than it knows.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 1
   * @default 1
   */
  readonly version?: number;
  /**
   * The address that the links of the site begin with: the fallback for visitors without JavaScript. Only links below it are
   * rewritten. Same rules as `url_prefix`. When left out, the script tag names it (`data-fallback-prefix`).
   *
   * @pattern ^(https:\/\/[^/@]+|http:\/\/[^/@:]+\.onion(:\d+)?)\/([^?#]*\/)?$
   * @format url-prefix
   */
  readonly fallback_prefix?: string;
}

/** The published list of mirrors, `/mirrors.json` on the site: only what a client needs. */
export interface Pool extends PoolHead {
  /** When the list was made (ISO 8601, UTC). */
  readonly generated?: string;
  /** When a newer list should have been published (ISO 8601, UTC). Clients use an expired list, but say so. */
  readonly expires?: string;
  readonly mirrors: readonly PublicMirror[];
}

/** The pool of mirrors as its maintainers write it. */
export interface MaintainedPool extends PoolHead {
  /** Where editors find this schema. */
  readonly $schema?: string;
  /**
   * A path below every `url_prefix` to a small file that each synchronisation brings along: its first line is the time when it
   * was written at the source, as ISO 8601, Unix seconds, or the way `date -u` prints it. Never published. Example:
   * "project/trace/master".
   *
   * @pattern ^(?!(.{0,}/)?\.{1,2}(/|$))[A-Za-z0-9._~%+-]+(/[A-Za-z0-9._~%+-]+){0,}$
   * @maxLength 200
   */
  readonly trace_path?: string;
  /**
   * For how many hours that time may be past before a mirror counts as outdated. When left out, the age is shown, and no mirror
   * is judged by it. Never published.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 8760
   */
  readonly trace_max_age_hours?: number;
  /**
   * The mirrors, in any order: the order does not change who is drawn.
   *
   * @minItems 1
   * @maxItems 10000
   */
  readonly mirrors: readonly MaintainedMirror[];
}
