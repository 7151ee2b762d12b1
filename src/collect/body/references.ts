import { itemKey } from '../../item/item-id.ts';
import { repositoryNamePattern } from '../../item/repository-name.ts';
import type { Reference } from '../../snapshot/schema.ts';
import { bodyProse } from './body-parts.ts';

const KEYWORD = /(?<![\w-])(?<keyword>close[sd]?|fix(?:e[sd])?|resolve[sd]?)/.source;
const GAP = /(?=[:\s]):?[ \t]*(?:\n[ \t]*)?/.source;
const URL_TEXT = /(?<url>https?:\/\/[^\s<>()[\]"'`]+)/.source;
const SHORT =
  /(?<![\w/.&#-])(?:(?:(?<owner>[a-z\d][\w-]{0,38})\/(?<name>[\w.-]{1,100}))?#|gh-)(?<number>[1-9]\d{0,9})(?!\w)/
    .source;
const REFERENCE = new RegExp(`(?:${KEYWORD}${GAP})?(?:${URL_TEXT}|${SHORT})`, 'gi');
const ITEM_URL =
  /^https?:\/\/(?:www\.)?(?<host>[^/]+)\/(?<owner>[\w.-]+)\/(?<name>[\w.-]+)\/(?:issues|pull)\/(?<number>[1-9]\d{0,9})(?!\w)/i;

/**
 * The issues and pull requests that a text names in the forms that GitHub documents: `#1`, `GH-1`,
 * `owner/name#1` or a URL on the server. The text closes an item after a closing keyword, which each
 * item needs for itself ("fixes #1, fixes #2"), and mentions all others. HTML comments, code and
 * quoted lines don't count. In order of appearance, each item once: closing wins over mentioning.
 */
export function readReferences(
  text: string,
  repository: string,
  from: Reference['from'],
  server = 'https://github.com',
): Reference[] {
  const host = new URL(server).host;
  const found: Reference[] = [];
  for (const { groups = {} } of bodyProse(text).matchAll(REFERENCE)) {
    const item = groups['url'] === undefined ? groups : onServer(groups['url'], host);
    if (item?.['number'] === undefined) continue;
    const { owner, name, number } = item;
    const named = owner === undefined ? repository : `${owner}/${name ?? ''}`;
    if (!repositoryNamePattern.test(named)) continue;
    found.push({
      repository: named.toLowerCase() === repository.toLowerCase() ? repository : named,
      number: Number(number),
      relation: groups['keyword'] === undefined ? 'mentions' : 'closes',
      from,
    });
  }
  return uniqueReferences(found);
}

/** The weakest first: an item that is reverted is not also mentioned. */
const BY_STRENGTH: readonly Reference['relation'][] = [
  'mentions',
  'closes',
  'includes',
  'backports',
  'reverts',
];

/** Each item once, in the place of its first reference, with its strongest relation. */
export function uniqueReferences(references: readonly Reference[]): Reference[] {
  const unique = new Map<string, Reference>();
  for (const reference of references) {
    const key = itemKey(reference);
    const earlier = unique.get(key);
    if (
      earlier === undefined ||
      BY_STRENGTH.indexOf(earlier.relation) < BY_STRENGTH.indexOf(reference.relation)
    )
      unique.set(key, reference);
  }
  return [...unique.values()];
}

function onServer(url: string, host: string): Record<string, string> | undefined {
  const groups = ITEM_URL.exec(url)?.groups;
  return groups?.['host']?.toLowerCase() === host ? groups : undefined;
}
