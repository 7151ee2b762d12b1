import type { ItemId } from '../../../item/item-id.ts';
import type { Issue, PullRequest } from '../../../snapshot/schema.ts';
import type { WholeIssue, WholePullRequest } from '../lists/full-items.ts';
import type { Run } from '../run.ts';

/** So many items a warning names; of the others it gives the number. */
const mostNamed = 5;

/** An item as of the period's end, and what was read of it. */
export interface Then<Item, Whole> {
  then: Item;
  whole: Whole;
}

/** Which items could not be read and why (null: they could), a warning for all with the same reason. */
export function noteLost(run: Run, items: readonly (ItemId & { why: string | null })[]): void {
  const lost = items.flatMap(({ why, ...item }) => (why === null ? [] : { ...item, why }));
  for (const alike of groups(lost, ({ repository, why }) => `${repository} ${why}`)) {
    const [{ repository, why }] = alike;
    run.note('items-unreadable', `${names(alike)} cannot be read: ${why}.`, repository);
  }
}

/** Which of the items' lists could not be read to their ends, or at all: a warning for all alike. */
export function noteCuts(run: Run, read: readonly Then<Issue | PullRequest, WholeIssue>[]): void {
  for (const [{ repository, what }, those] of lacking(read, ({ cut }) => cut)) {
    run.note('list-cut', `Not all of ${those} could be read: ${what}.`, repository);
  }
  for (const [{ repository, what }, those] of lacking(read, ({ absent }) => absent)) {
    run.note('list-unknown', `GitHub does not give these of ${those}: ${what}.`, repository);
  }
}

function lacking(
  read: readonly Then<Issue | PullRequest, WholeIssue>[],
  listsOf: (whole: WholeIssue) => readonly string[],
) {
  const items = read.flatMap(({ then: { repository, number }, whole }) => {
    const lists = [...new Set(listsOf(whole))];
    return lists.length === 0 ? [] : { repository, number, what: lists.join(', ') };
  });
  const alike = groups(items, ({ repository, what }) => `${repository} ${what}`);
  return alike.map((those) => [those[0], names(those)] as const);
}

/** Tells where GitHub itself does not list all changed files: nothing that could be had is missing. */
export function noteFiles(run: Run, pulls: readonly Then<PullRequest, WholePullRequest>[]): void {
  const unknown = pulls.flatMap(({ then, whole: { cut } }) =>
    then.files === null && !cut.includes('files') ? then : [],
  );
  for (const alike of groups(unknown, ({ repository }) => repository)) {
    const [{ repository }] = alike;
    run.note('files-unknown', `GitHub does not list the files of ${names(alike)}.`, repository);
  }
  for (const { then, whole } of pulls) {
    const { repository, number, files, filesComplete } = then;
    if (files === null || filesComplete || whole.cut.includes('files')) continue;
    run.note(
      'files-cut',
      `GitHub lists only ${files.length} of the ${whole.changedFiles} files of #${number}.`,
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

function names(items: readonly { number: number }[]): string {
  const numbers = items.toSorted((a, b) => a.number - b.number).map(({ number }) => `#${number}`);
  if (numbers.length === 1) return numbers.join();
  const [shown, others] = [numbers.slice(0, mostNamed), numbers.length - mostNamed];
  const last = others > 0 ? `${others} more` : shown.pop();
  return `${shown.join(', ')} and ${last ?? ''}`;
}
