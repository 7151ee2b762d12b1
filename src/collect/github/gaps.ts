import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import type { WholeIssue, WholePullRequest } from './read/whole.ts';
import type { Run } from './run.ts';

/** So many items a warning names; of the others it gives the number. */
const mostNamed = 5;

/** An item as of the period's end, and what was read of it. */
export interface Then<Item, Whole> {
  then: Item;
  whole: Whole;
}

/** Which of the items' lists could not be read to their ends, a warning for all that lack the same. */
export function noteCuts(run: Run, read: readonly Then<Issue | PullRequest, WholeIssue>[]): void {
  const items = read.flatMap(({ then: { repository, number }, whole: { cut } }) =>
    cut.length === 0 ? [] : { repository, number, what: [...new Set(cut)].join(', ') },
  );
  for (const alike of groups(items, ({ repository, what }) => `${repository} ${what}`)) {
    const [{ repository, what }] = alike;
    run.note('list-cut', `Not all of ${names(alike)} could be read: ${what}.`, repository);
  }
}

/** Tells where GitHub itself does not list all changed files: nothing that could be had is missing. */
export function noteFiles(run: Run, pulls: readonly Then<PullRequest, WholePullRequest>[]): void {
  const unknown = pulls.flatMap(({ then }) => (then.files === null ? then : []));
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
