/** A person named with an @: from its offset to the end of the login. */
export interface Mention {
  login: string;
  start: number;
  end: number;
}

// Not an address (a@b), not a package (@octokit/graphql), not a path.
const mention = /(?<![\w`@/.+-])@([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})(?![\w/@]|-\w)/gi;

/** The people mentioned in a text, in order. */
export function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(mention)].map(({ index, 0: { length }, 1: login = '' }) => ({
    login,
    start: index,
    end: index + length,
  }));
}

/** The login that a whole text names, like `@rn`; null for any other text. */
export function loginNamed(text: string): string | null {
  return /^@([\w-]+)$/.exec(text)?.[1] ?? null;
}
