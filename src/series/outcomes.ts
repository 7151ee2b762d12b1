import type { LastTime } from '../compose/view/view.ts';
import { plainText } from '../markdown/plain-text.ts';
import { itemKey } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';

type Outcome = LastTime['items'][number];

/** More would be a list to read instead of a reminder. */
const MOST = 12;

/**
 * The outcomes of items (`owner/name#number`, lower case) at the end of the period, each once.
 *
 * @param reported the items that the previous report lists as merged
 */
export function outcomes(
  items: readonly string[],
  snapshot: Snapshot,
  reported: ReadonlySet<string> = new Set(),
): Pick<LastTime, 'items' | 'moreItems'> {
  const known = new Map<string, PullRequest | Issue>(
    [...snapshot.issues, ...snapshot.pullRequests].map((item) => [itemKey(item), item]),
  );
  const shown = shownItems(items);
  return {
    items: shown.map((key) => {
      const outcome = reported.has(key) ? 'reported' : 'unseen';
      const item = known.get(key);
      return { ...nameOf(key, item, snapshot), outcome: item ? stateOf(item) : outcome };
    }),
    moreItems: new Set(items).size - shown.length,
  };
}

/** The items whose outcomes are shown. */
export function shownItems(items: readonly string[]): string[] {
  return [...new Set(items)].slice(0, MOST);
}

function nameOf(
  key: string,
  item: PullRequest | Issue | undefined,
  { repositories }: Snapshot,
): Pick<Outcome, 'name' | 'title'> {
  const [name = '', number = ''] = key.split('#');
  const own = name === repositories[0]?.toLowerCase();
  return {
    name: own ? `#${number}` : `${item?.repository ?? name}#${number}`,
    title: item ? plainText(item.title) : null,
  };
}

function stateOf(item: PullRequest | Issue): Outcome['outcome'] {
  const { state, activity } = item;
  if (state === 'merged') return 'merged';
  if (state === 'closed') return 'mergedAt' in item ? 'unmerged' : closedAs(item);
  return activity.length > 0 ? 'active' : 'open';
}

/** An issue that was closed as not planned reads as done nowhere. */
function closedAs({ stateReason }: Issue): Outcome['outcome'] {
  if (stateReason === 'not_planned') return 'not-planned';
  return stateReason === 'duplicate' ? 'duplicate' : 'closed';
}
