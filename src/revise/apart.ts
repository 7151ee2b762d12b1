import type { Config } from '../config/schema.ts';
import type { Snapshot } from '../snapshot/schema.ts';
import { entriesIn, type Entry, readDraft } from '../report/draft.ts';

/**
 * What to make the draft of in which each pull request is an entry by itself: joined with no issue,
 * no other pull request and no other bot's. A rerun draws from it where the editor has rewritten or
 * deleted the entry that a new pull request would have been part of.
 */
export function apart(snapshot: Snapshot, config: Config): { snapshot: Snapshot; config: Config } {
  const pullRequests = snapshot.pullRequests.map((pull) => ({
    ...pull,
    references: pull.references.filter(({ relation }) => relation !== 'closes'),
  }));
  const bots = config.bots === 'collapse' ? 'list' : config.bots;
  return { snapshot: { ...snapshot, pullRequests }, config: { ...config, bots } };
}

/** The entry of a pull request in the draft that joins none; the draft is made when first asked for. */
export function entriesApart(
  draft: () => string,
  server: string,
): (item: string) => Entry | undefined {
  let entries: Map<string, Entry> | undefined;
  return (item) => {
    entries ??= new Map(
      readDraft(draft(), server)
        .sections.flatMap(entriesIn)
        .filter(({ items }) => items.length === 1)
        .map((entry) => [entry.items[0] ?? '', entry]),
    );
    return entries.get(item);
  };
}
