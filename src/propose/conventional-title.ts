/** What a title names as in Conventional Commits: `fix(cli)!: …`. An empty list stands for any. */
export interface ConventionalParts {
  /** Regular expressions. */
  types?: readonly string[];
  scopes?: readonly string[];
  /** Only with the `!` of a breaking change. */
  isBreaking?: boolean;
}

/** A regular expression for the titles that begin so. */
export function conventionalTitle({
  types = [],
  scopes = [],
  isBreaking = false,
}: ConventionalParts = {}): string {
  const type = types.length > 0 ? `(${types.join('|')})` : '[a-z]+';
  const scope = scopes.length > 0 ? `\\((${scopes.join('|')})\\)` : '(\\([^)]*\\))?';
  return `^${type}${scope}${isBreaking ? '!' : '!?'}:`;
}

/** A text as a regular expression for it. */
export function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
