/** Something wrong in data that came from outside: told as a value, never thrown. */
export interface Problem {
  /** What kind of fault it is, for programs: lower case with hyphens, stable between releases. */
  readonly code: string;
  /** The file it was found in, where there is one. */
  readonly file?: string;
  /** The place inside the data, as a JSON Pointer (RFC 6901); the empty string is the whole. */
  readonly pointer: string;
  /** What was expected and what came, for people: lower case, no full stop. */
  readonly message: string;
  /** What to write instead. */
  readonly cure?: string;
}
