import type { Issue, PullRequest } from '../../snapshot/schema.ts';
import type { WholeIssue, WholePullRequest } from './read/whole.ts';
import type { Run } from './run.ts';

/** Tells which lists of the item could not be read to their ends. */
export function noteCuts(run: Run, { cut }: WholeIssue, item: Issue | PullRequest): void {
  if (cut.length === 0) return;
  const { repository, number } = item;
  const what = [...new Set(cut)].join(', ');
  run.note('list-cut', `Not all of #${number} could be read: ${what}.`, repository);
}

/** Tells where GitHub itself does not list all changed files: nothing that could be had is missing. */
export function noteFiles(
  run: Run,
  wholes: readonly WholePullRequest[],
  kept: readonly PullRequest[],
): void {
  const listed = new Map(wholes.map((whole) => [`${whole.repository}#${whole.number}`, whole]));
  for (const { repository, number, files, filesComplete } of kept) {
    if (filesComplete) continue;
    const whole = listed.get(`${repository}#${number}`);
    if (files === null) {
      run.note('files-unknown', `GitHub does not list the files of #${number}.`, repository);
    } else if (whole && !whole.cut.includes('files')) {
      run.note(
        'files-cut',
        `GitHub lists only ${files.length} of the ${whole.changedFiles} files of #${number}.`,
        repository,
      );
    }
  }
}
