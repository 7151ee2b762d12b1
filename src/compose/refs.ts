import { escapeMarkdown } from '../markdown/escape.ts';
import { plainText } from '../markdown/plain-text.ts';
import { type ItemId, itemUrl } from '../item/item-id.ts';
import type { Issue, PullRequest } from '../snapshot/schema.ts';
import type { Ref } from './view/entry-schema.ts';

/** How items are called and linked in a report. */
export interface Naming {
  /** Like `https://github.com`. */
  server: string;
  /** The repository whose items are called `#12`, if any. */
  home: string | undefined;
}

/** `#12`, or `owner/name#12` outside the home repository; plain text. */
export function itemName({ repository, number }: ItemId, { home }: Naming): string {
  const own = repository.toLowerCase() === home?.toLowerCase();
  return `${own ? '' : repository}#${String(number)}`;
}

/** The reference to an item, of which the facts may be missing. */
export function refTo(id: ItemId, item: PullRequest | Issue | null, naming: Naming): Ref {
  const { repository, number } = id;
  const kind = item && 'files' in item ? 'pull' : 'issue';
  const name = itemName(id, naming);
  return {
    repository,
    number,
    short: {
      markdown: name.startsWith('#')
        ? name
        : `${escapeMarkdown(repository.split('/')[1] ?? '')}#${String(number)}`,
    },
    id: `${repository}#${String(number)}`,
    kind,
    labels: (item?.labels ?? []).map(plainText),
    state: item?.state ?? 'unknown',
    title: item ? plainText(item.title) : null,
    url: { markdown: itemUrl(naming.server, id, kind) },
    label: {
      markdown: name.startsWith('#') ? name : `${escapeMarkdown(repository)}#${String(number)}`,
    },
    base: item && 'base' in item && item.base !== null ? plainText(item.base) : null,
    draft: item && 'draft' in item ? item.draft : null,
    stateReason: item && 'stateReason' in item ? item.stateReason : null,
  };
}
