import { UsageError } from '../../errors.ts';
import { commitKey, isCommitKey, itemKey, meansItem } from '../../item/item-id.ts';
import { type CommitName, readCommitName } from '../../item/commit-name.ts';
import { type ItemName, readItemName } from '../../item/item-name.ts';

/** An item whose changes the editor has seen, as `--seen` names it. */
export interface SeenItem {
  /** What was written. */
  name: string;
  item: ItemName | null;
  /** Digits alone can be both. */
  commit: CommitName | null;
}

/**
 * `owner/name#12`, `#12`, `owner/name@hash`, `@hash`, the hash alone, or a URL; hashes can be abbreviated.
 *
 * @throws {UsageError} `item-invalid`
 */
export function readSeenItem(name: string): SeenItem {
  const commit = readCommitName(name);
  if (commit && !/^\d{1,10}$/.test(name)) return { name, item: null, commit };
  return { name, item: readItemName(name), commit };
}

/**
 * The items (`owner/name#number` or `owner/name@hash`, lower case) that the editor has seen.
 *
 * @param home the repository of `#12`
 * @param known the items of the report
 * @throws {UsageError} `item-unknown` or `item-ambiguous`
 */
export function seenItems(
  seen: readonly SeenItem[],
  home: string,
  known: ReadonlySet<string>,
): Set<string> {
  return new Set(seen.map((one) => seenItem(one, home, known)));
}

function seenItem(
  { name, item, commit }: SeenItem,
  home: string,
  known: ReadonlySet<string>,
): string {
  const key = item && itemKey({ ...item, repository: item.repository ?? home });
  if (key !== null && known.has(key)) return key;
  const start = commit && commitKey({ ...commit, repository: commit.repository ?? home });
  const commits = [...known].filter(
    (one) => isCommitKey(one) && start !== null && meansItem(start, one),
  );
  const [found] = commits;
  if (found === undefined) {
    throw new UsageError('item-unknown', `“${name}” of --seen is no item of the report.`, {
      hint: 'Name an item as the summary of a rerun does, like #12 or owner/name#12.',
    });
  }
  if (commits.length > 1) {
    throw new UsageError(
      'item-ambiguous',
      `“${name}” of --seen can be ${commits.length} commits.`,
      {
        hint: 'Give more of its hash.',
      },
    );
  }
  return found;
}
