import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { definitionsOf } from './cited.ts';
import { profileOf } from '../item/profile.ts';
import type { Span } from '../markdown/span.ts';
import { spanOf } from '../markdown/span.ts';

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

/** The people whose pages a report links to, in order. */
export function readProfiles(tree: Root, server: string): Mention[] {
  const definitions = definitionsOf(tree);
  const found: Mention[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const { url = '' } = node.type === 'link' ? node : (definitions.get(node.identifier) ?? {});
    const login = profileOf(url, server);
    const span = spanOf(node);
    if (login !== null && span) found.push({ login, ...span });
  });
  return found;
}
