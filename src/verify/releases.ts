/** The hashes of a file's pieces, kept in a binary file beside it: its `path` with ".pieces" at the end, 32 bytes a piece. */
export interface Pieces {
  /**
   * The length of each piece in bytes; the last may be shorter.
   *
   * @TJS-type integer
   * @minimum 65536
   * @maximum 16777216
   */
  readonly length: number;
  /**
   * The SHA-256 of the binary file, as 64 hexadecimal digits.
   *
   * @pattern ^[0-9a-f]{64}$
   */
  readonly sha256: string;
}

/** A file that every mirror must carry. */
export interface ReleaseFile {
  /**
   * The place of the file below each mirror's `url_prefix`, as it stands in an address. Example: "project/1.0/project-1.0.img".
   *
   * @pattern ^[^/?#][^?#]{0,1000}$
   * @format release-path
   */
  readonly path: string;
  /**
   * The size of the file in bytes.
   *
   * @TJS-type integer
   * @minimum 1
   * @maximum 9007199254740991
   */
  readonly size: number;
  /**
   * The SHA-256 of the file, as 64 hexadecimal digits.
   *
   * @pattern ^[0-9a-f]{64}$
   */
  readonly sha256: string;
  readonly pieces?: Pieces;
}

/** The files of the current release, `mirrors/releases.json`: what every mirror must carry, and how to know it is right. */
export interface Releases {
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
   * When the list was made (ISO 8601, UTC). A client that has seen a newer list refuses this one: an old list, signed in its time,
   * could bring an old file back.
   *
   * @format utc-time
   */
  readonly generated?: string;
  /**
   * When a newer list should have been made (ISO 8601, UTC). Clients use an expired list, but say so.
   *
   * @format utc-time
   */
  readonly expires?: string;
  /**
   * The files, the one that the download button gives first.
   *
   * @minItems 1
   * @maxItems 1000
   */
  readonly files: readonly ReleaseFile[];
}
