/** A name or an address that the config could give a login. */
export interface ProposedAlias {
  /** A name or an address. */
  name: string;
  login: string;
  /** The commits of the last year that it gives a login. */
  recent: number;
  /** A sentence. May quote foreign text. */
  why: string;
}
