import { itemKey } from '../item/item-id.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { PullRequest, Snapshot } from '../snapshot/schema.ts';
import { type Naming, refTo } from './refs.ts';
import type { View } from './view/view.ts';

/** The releases of a snapshot, with those of the pull requests they contain that a report may name. */
export function releasesOf(
  { releases }: Snapshot,
  pullRequests: readonly PullRequest[],
  naming: Naming,
): View['releases'] {
  const known = new Map(pullRequests.map((pull) => [itemKey(pull), pull]));
  return releases.map(({ repository, tag, name, publishedAt, pulls }) => ({
    repository,
    tag: plainText(tag),
    name: name === null ? null : plainText(name),
    url: { markdown: `${naming.server}/${repository}/releases/tag/${encodeURIComponent(tag)}` },
    publishedAt,
    pulls:
      pulls?.flatMap((number) => {
        const pull = known.get(itemKey({ repository, number }));
        return pull ? refTo(pull, pull, naming) : [];
      }) ?? null,
  }));
}
