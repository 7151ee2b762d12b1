import type { ItemId } from '../../../item/item-id.ts';
import type { Issue, PullRequest } from '../../../snapshot/schema.ts';
import type { FullIssue, FullPullRequest } from '../lists/full-items.ts';
import type { Run } from '../run.ts';

/** How many items a warning lists. Of the others, it gives the number. */
const mostListed = 5;

/** An item as of the period's end, and the facts it comes from. */
export interface ReadItem<Item, Full> {
  atEnd: Item;
  full: Full;
}

/** Warns of items that could not be read, once for all with the same reason. Those with null were read. */
export function warnOfUnreadable(
  run: Run,
  items: readonly (ItemId & { reason: string | null })[],
): void {
  const unread = items.flatMap(({ reason, ...item }) =>
    reason === null ? [] : { ...item, reason },
  );
  for (const members of groups(unread, ({ repository, reason }) => `${repository} ${reason}`)) {
    const [{ repository, reason }] = members;
    run.warn('items-unreadable', `Cannot read ${listed(members)}: ${reason}.`, repository);
  }
}

/** Warns of lists that could not be read to their ends, or at all, once for items of the same repository and lists. */
export function warnOfCutLists(
  run: Run,
  items: readonly ReadItem<Issue | PullRequest, FullIssue>[],
): void {
  for (const { repository, lists, numbers } of lacking(items, ({ cut }) => cut)) {
    run.warn('list-cut', `The lists of ${numbers} are incomplete: ${lists}.`, repository);
  }
  for (const { repository, lists, numbers } of lacking(items, ({ absent }) => absent)) {
    run.warn('list-unknown', `GitHub has no ${lists} for ${numbers}.`, repository);
  }
}

function lacking(
  items: readonly ReadItem<Issue | PullRequest, FullIssue>[],
  listsOf: (full: FullIssue) => readonly string[],
) {
  const found = items.flatMap(({ atEnd: { repository, number }, full }) => {
    const lists = [...new Set(listsOf(full))];
    return lists.length === 0 ? [] : { repository, number, lists: lists.join(', ') };
  });
  return groups(found, ({ repository, lists }) => `${repository} ${lists}`).map((members) => {
    const [{ repository, lists }] = members;
    return { repository, lists, numbers: listed(members) };
  });
}

/** Warns where GitHub doesn't list all changed files. The snapshot has all that GitHub has. */
export function warnOfFiles(
  run: Run,
  pulls: readonly ReadItem<PullRequest, FullPullRequest>[],
): void {
  const unknown = pulls.flatMap(({ atEnd, full: { cut } }) =>
    atEnd.files === null && !cut.includes('files') ? atEnd : [],
  );
  for (const members of groups(unknown, ({ repository }) => repository)) {
    const [{ repository }] = members;
    run.warn('files-unknown', `GitHub does not list the files of ${listed(members)}.`, repository);
  }
  for (const { atEnd, full } of pulls) {
    const { repository, number, files, filesComplete } = atEnd;
    if (files === null || filesComplete || full.cut.includes('files')) continue;
    run.warn(
      'files-cut',
      `GitHub lists only ${files.length} of the ${full.changedFiles} files of #${number}.`,
      repository,
    );
  }
}

function groups<T>(items: readonly T[], key: (item: T) => string): [T, ...T[]][] {
  const found = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return [...found.values()];
}

/** `#1, #2 and #3`, or `#1, …, #5 and 35 more`. */
function listed(items: readonly { number: number }[]): string {
  const numbers = items.toSorted((a, b) => a.number - b.number).map(({ number }) => `#${number}`);
  if (numbers.length === 1) return numbers.join();
  const [shown, others] = [numbers.slice(0, mostListed), numbers.length - mostListed];
  const last = others > 0 ? `${others} more` : shown.pop();
  return `${shown.join(', ')} and ${last ?? ''}`;
}
