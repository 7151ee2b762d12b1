import type { PullRequest } from '../../../../src/snapshot/schema.ts';
import { collect, GITHUB, History } from '../repository.ts';

export const OCTO = 'Octo Cat <1+octo@users.noreply.github.com>';
export const HUBOT = 'Hu Bot <2+hubot@users.noreply.github.com>';
export const MONA = 'Mona <mona@users.noreply.github.com>';
export const AT = '2017-05-03T12:00:00Z';
export const BEFORE = '2017-04-03T12:00:00Z';

export interface BranchOptions {
  number: number;
  /** `owner/branch`. */
  head: string;
  /** Who wrote its commits, oldest first; a pair is an author and a message. */
  commits: readonly (string | readonly [author: string, message: string])[];
  merger?: string;
  at?: string;
  message?: string;
}

/** A history with one commit. */
export function begun(): History {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z', author: 'Root <root@localhost>' });
  return history;
}

/** Merges a branch with some commits as GitHub does. */
export function mergeBranch(history: History, options: BranchOptions): void {
  const { number, head, commits, merger = MONA, at = AT } = options;
  const base = history.tip('main');
  let tip = base;
  for (const commit of commits) {
    const [author, message] = typeof commit === 'string' ? [commit, 'work'] : commit;
    const parents = [tip];
    tip = history.commit({ message, at, author, branch: `pull-${String(number)}`, parents });
  }
  const message = options.message ?? `Merge pull request #${String(number)} from ${head}\n\nTitle`;
  history.commit({ message, at, author: merger, committer: GITHUB, parents: [base, tip] });
}

/** Who wrote a pull request, the author first: `@login`, a name, or `?`; bots in brackets. */
export function writersOf({ author, coAuthors }: PullRequest): string[] {
  return [author, ...coAuthors].map(({ login, name, type }) => {
    const text = login === null ? (name ?? '?') : `@${login}`;
    return type === 'bot' ? `[${text}]` : text;
  });
}

/** Who wrote each pull request of the week, by its number. */
export async function writersIn(
  directory: string,
  options: Parameters<typeof collect>[1] = {},
): Promise<Record<number, string[]>> {
  const { pullRequests } = await collect(directory, options);
  return Object.fromEntries(pullRequests.map((pull) => [pull.number, writersOf(pull)]));
}
