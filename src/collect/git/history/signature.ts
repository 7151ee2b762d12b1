/** The author or committer of a commit. */
export interface Signature {
  name: string;
  email: string;
}
