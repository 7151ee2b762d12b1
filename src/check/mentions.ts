import type { Span } from './rule.ts';

/** Someone named with an @; the span includes it. */
export interface Mention extends Span {
  login: string;
}

// Not an address (a@b), not a package (@octokit/graphql), not a path.
const mention = /(?<![\w`@/.+-])@([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})(?![\w/@]|-\w)/gi;

/** The people named in a prose, in order. */
export function readMentions(prose: string): Mention[] {
  return [...prose.matchAll(mention)].map(({ index, 0: { length }, 1: login = '' }) => ({
    login,
    start: index,
    end: index + length,
  }));
}
