/** What is built into the extension: no site and no network can change it. */
export interface BuiltIn {
  /** The project's name. */
  readonly name: string;
  /** The public key that the list of releases is signed with, as minisign writes it in one line. */
  readonly key: string;
  /** The origin of the project's site. */
  readonly site: string;
  /** The address of the published list of mirrors. */
  readonly pool: string;
  /** The address of the list of releases. */
  readonly releases: string;
}

/** The build puts the project's own in its place. */
declare const BUILT_IN: BuiltIn;

/** What this extension was built with. */
export const builtIn: BuiltIn = BUILT_IN;
