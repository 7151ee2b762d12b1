import type { Reference } from '../../snapshot/schema.ts';
import { bodyProse } from './body-parts.ts';
import { ITEM_LIST, itemsFound, pullsNamedIn } from './named-items.ts';
import { uniqueReferences } from './references.ts';

const KIND = /(?:(?:manual|manually|automated|automatic|automatically|clean)\s+)?/.source;
const VERB = /(?:back-?port(?:s|ed|ing)?|cherry[ -]?pick(?:s|ed|ing)?)/.source;
const FROM = `(?:(?:of|from|the|pull|requests?|prs?)\\s+|[\\da-f]{7,64}\\s+)*:?\\s*`;
const ITEMS = `${KIND}${VERB}:?\\s+${FROM}${ITEM_LIST}`;
/** What comes before the words of a title: `[1.2]`, `🤖`, `fix(ui):`. */
const PREFIXES = /(?:\[[^\]]{0,60}\]|[^\w\s[(]{1,8}|[\w-]{1,20}(?:\([^)]{0,60}\))?:)/.source;
const IN_TITLE = new RegExp(`(?:^\\s*(?:${PREFIXES}\\s*){0,4}|[([]\\s*)${ITEMS}`, 'gi');
const IN_BODY = new RegExp(
  `(?:^|(?<=[.;:!]\\s)|[([])[ \\t#*+-]*(?:this\\s+(?:(?:pr|pull request|commit)\\s+)?(?:is\\s+)?(?:an?\\s+)?)?${ITEMS}`,
  'gim',
);
const MARKED = new RegExp(`^\\s*\\[[^\\]]{0,60}?${VERB}\\b[^\\]]{0,60}\\]`, 'i');
const COMMIT = /\(cherry[ -]picked from commits? (?<hash>[\da-f]{7,64})\)/gi;

/**
 * The pull requests that one brings to another branch, by its title (`[Backport 1.2] Title (#1)`,
 * `Backport #1 to 1.2`, `Title (cherry picked from #1)`) or its body (`Backport of #1`). A title
 * without the pull request's own number.
 */
export function readBackports(
  title: string,
  body: string,
  repository: string,
  server?: string,
): Reference[] {
  const context = { repository, ...(server === undefined ? {} : { server }) };
  return uniqueReferences([
    ...(MARKED.test(title) ? pullsNamedIn(title, 'backports', repository) : []),
    ...itemsFound(title, IN_TITLE, 'backports', { ...context, from: 'title' }),
    ...itemsFound(bodyProse(body), IN_BODY, 'backports', { ...context, from: 'body' }),
  ]);
}

/** The commits that a body says it was picked from, as `git cherry-pick -x` writes it. */
export function cherryPickedCommits(body: string): string[] {
  return [...bodyProse(body).matchAll(COMMIT)].flatMap(({ groups }) => groups?.['hash'] ?? []);
}
