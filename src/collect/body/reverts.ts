import type { Reference } from '../../snapshot/schema.ts';
import { bodyProse } from './body-parts.ts';
import { ITEM_LIST, itemsFound, pullsNamedIn } from './named-items.ts';
import { uniqueReferences } from './references.ts';

const VERB = /(?:reverts?|reverted|reverting|back(?:s|ed)?[ -]?out)/.source;
const TITLE_VERB = new RegExp(
  `^\\s*(?:\\[[^\\]]{0,40}\\]\\s*)*(?:${VERB}(?:\\([^)]{0,100}\\))?!?:?|\\[revert\\]:?)\\s+(?<reverted>\\S.*)$`,
  'is',
);
const PULLS = `(?:(?:the|pull|requests?|prs?|changes|in|of|from)\\s+)*:?\\s*${ITEM_LIST}`;
const LEADING_ITEMS = new RegExp(`^${PULLS}`, 'gi');
const BODY_ITEMS = new RegExp(
  `(?:^|(?<=[.;:!)]\\s))[ \\t*+-]*(?:this\\s+(?:(?:pr|pull request|commit|change|patch)\\s+)?)?${VERB}:?\\s+${PULLS}`,
  'gim',
);
/** A quoted title, or one whose end was cut off. Quotes nest, so the last one of the line closes it. */
const QUOTED = new RegExp(`(?<=\\b${VERB}:?\\s{1,3})["“](?:[^\\n]*["”]|[^\\n]*$)`, 'gim');
const COMMITS =
  /\breverts\s+commits?:?\s+(?<hashes>[\da-f]{7,64}(?:(?:\s*,|\s+and|\s)\s*[\da-f]{7,64}(?![\w-]))*)/gi;

/**
 * The pull requests that one takes back, by its title (`Revert "Title (#1)"`, `revert: Title (#1)`,
 * `Revert #1`) or its body (`Reverts owner/name#1`). A title without the pull request's own number.
 * Reverting a part takes nothing back.
 */
export function readReverts(
  title: string,
  body: string,
  repository: string,
  server?: string,
): Reference[] {
  const context = { repository, ...(server === undefined ? {} : { server }) };
  const inTitle = { ...context, from: 'title' } as const;
  const reverted = TITLE_VERB.exec(title)?.groups?.['reverted']?.trim() ?? '';
  const quoted = /^["“](?<title>.*)["”]/s.exec(reverted)?.groups?.['title'];
  const prose = bodyProse(body).replace(QUOTED, '""');
  return uniqueReferences([
    ...pullsNamedIn(quoted ?? reverted, 'reverts', repository),
    ...itemsFound(quoted === undefined ? reverted : '', LEADING_ITEMS, 'reverts', inTitle),
    ...itemsFound(prose, BODY_ITEMS, 'reverts', { ...context, from: 'body' }),
  ]);
}

/** The commits that a body takes back, as git writes it: their hashes, which may be shortened. */
export function revertedCommits(body: string): string[] {
  const found = [...bodyProse(body).matchAll(COMMITS)];
  return found.flatMap(({ groups }) => groups?.['hashes']?.match(/[\da-f]{7,64}/gi) ?? []);
}

/** A title or body without the titles that it quotes as reverted: what those name, it does not. */
export function withoutRevertedTitles(text: string): string {
  return text.replace(QUOTED, '""');
}
