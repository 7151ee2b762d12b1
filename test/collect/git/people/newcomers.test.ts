import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collect, git, GITHUB, type History, temporary } from '../repository.ts';
import { AT, BEFORE, begun, HUBOT, mergeBranch, MONA, OCTO } from './branches.ts';

const squash = (number: number, author: string, at = AT) => ({
  ...{ message: `Add ${String(number)} (#${String(number)})`, at, author, committer: GITHUB },
});

async function newcomers(history: History, cited: readonly number[] = []): Promise<number[]> {
  const { pullRequests, collected } = await collect(history.write(), { cited });
  expect(collected.knows).toContain('newcomers');
  return pullRequests.filter((pull) => pull.firstByAuthor).map(({ number }) => number);
}

it('are those whose first merged pull request it is, whatever they pushed before', async () => {
  const history = begun();
  history.commit({ message: 'Pushed', at: BEFORE, author: HUBOT });
  history.commit(squash(1, OCTO, BEFORE));
  history.commit(squash(2, OCTO));
  history.commit(squash(3, HUBOT));
  history.commit(squash(4, HUBOT, '2017-05-04T00:00:00Z'));
  expect(await newcomers(history, [1])).toEqual([1, 3]);
});

it('have one first pull request, also of several in one second', async () => {
  const history = begun();
  for (const number of [8, 7, 9]) {
    mergeBranch(history, { number, head: 'octo/t', commits: [OCTO] });
  }
  expect(await newcomers(history)).toEqual([7]);
});

it('are not those who had a part in an earlier one, by login, name or address', async () => {
  const history = begun();
  const message = `Add (#1)\n\nCo-authored-by: ${OCTO}\nCo-authored-by: Ann Lee <ann@x.example>`;
  history.commit({ message, at: BEFORE, author: MONA, committer: GITHUB });
  history.commit(squash(2, OCTO));
  history.commit(squash(3, 'Ann Lee <other@x.example>'));
  history.commit(squash(4, 'Annie <ann@x.example>'));
  history.commit(squash(5, 'Bob May <bob@x.example>'));
  expect(await newcomers(history)).toEqual([5]);
});

it('are not made by a pull request in several commits', async () => {
  const history = begun();
  history.commit({ ...squash(1, OCTO), message: 'One (#1)' });
  history.commit({ ...squash(1, OCTO), message: 'Two (#1)', at: '2017-05-04T00:00:00Z' });
  expect(await newcomers(history)).toEqual([1]);
});

it('are unknown in a shallow clone, and when nobody is known', async () => {
  const history = begun();
  mergeBranch(history, { number: 1, head: 'linuxkit/t', commits: [GITHUB] });
  history.commit(squash(2, OCTO));
  const directory = history.write();
  const found = async (clone: string): Promise<unknown> =>
    (await collect(clone)).pullRequests.map(({ firstByAuthor }) => firstByAuthor);
  expect(await found(directory)).toEqual([null, true]);

  const clone = temporary();
  git(clone, ['clone', '--quiet', '--depth=1', `file://${directory}`, 'c']);
  const { pullRequests, collected } = await collect(join(clone, 'c'));
  expect(pullRequests).toMatchObject([{ number: 2, firstByAuthor: null }]);
  expect(collected.knows).not.toContain('newcomers');
});
