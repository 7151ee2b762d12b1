import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collect, git, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';

it('the tags of the period are its releases, in the order of time', async () => {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z', files: { a: 'x' } });
  history.commit({ message: 'Add (#1)', at });
  history.commit({ message: 'On', at: '2017-05-08T00:00:00Z' });
  const directory = history.write();
  const annotate = (name: string, date: string, tagged: string, type = 'commit'): void => {
    const object = git(directory, ['rev-parse', tagged]);
    const time = String(Date.parse(date) / 1000);
    const text = `object ${object}\ntype ${type}\ntag ${name}\ntagger A <a@b> ${time} +0000\n\nm\n`;
    git(directory, ['update-ref', `refs/tags/${name}`, git(directory, ['mktag'], text)]);
  };
  annotate('v2.0', '2017-05-02T00:00:00Z', 'main~2');
  annotate('nested', '2017-05-06T00:00:00Z', 'v2.0', 'tag');
  annotate('late', '2017-05-09T00:00:00Z', 'main~1');
  git(directory, ['tag', 'pkg/@acme/x-1.0_<b>', 'main~1']);
  git(directory, ['tag', 'old', 'main~2']);
  git(directory, ['tag', 'next', 'main']);
  git(directory, ['tag', 'a-file', 'main:a']);
  const { releases, collected } = await collect(directory);
  expect(collected.knows).toContain('releases');
  const repository = 'linuxkit/linuxkit';
  expect(releases).toEqual([
    { repository, tag: 'v2.0', name: null, publishedAt: '2017-05-02T00:00:00Z', pulls: [] },
    { repository, tag: 'pkg/@acme/x-1.0_<b>', name: null, publishedAt: at, pulls: [1] },
    { repository, tag: 'nested', name: null, publishedAt: '2017-05-06T00:00:00Z', pulls: [] },
  ]);
});

it('tags that cannot be read make a report incomplete', async () => {
  const history = new History();
  history.commit({ message: 'Add (#1)', at });
  history.commit({ message: 'Elsewhere', at, branch: 'gone', parents: [] });
  const directory = history.write();
  const hash = git(directory, ['rev-parse', 'gone']);
  git(directory, ['tag', 'lost', 'gone']);
  git(directory, ['branch', '--quiet', '--delete', '--force', 'gone']);
  rmSync(join(directory, 'objects', hash.slice(0, 2), hash.slice(2)));
  expect(await collect(directory)).toMatchObject({
    ...{ complete: false, pullRequests: [{ number: 1 }], releases: [] },
    warnings: [{ code: 'git-no-issues' }, { code: 'git-tags-unreadable' }],
  });
});

it('a tag has the pull requests of the period that no older one contains', async () => {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
  const merge = (number: number, day: string) =>
    history.merge({ number, head: 'ann/x', title: `T${String(number)}`, at: `2017-05-${day}` });
  merge(1, '02T00:00:00Z');
  const second = merge(2, '03T00:00:00Z');
  const patch = { at: '2017-05-03T12:00:00Z', branch: 'stable', parents: [second] };
  history.commit({ message: 'Prepare', ...patch });
  merge(3, '04T00:00:00Z');
  merge(4, '05T00:00:00Z');
  history.commit({ message: 'Elsewhere', at: '2017-05-05T12:00:00Z', branch: 'own', parents: [] });
  const directory = history.write();
  git(directory, ['tag', 'first', 'main~3']);
  git(directory, ['tag', 'v2', 'stable']);
  git(directory, ['tag', 'again', 'main~1']);
  git(directory, ['tag', 'own', 'own']);
  const { releases } = await collect(directory);
  expect(releases.map(({ tag, pulls }) => [tag, pulls])).toEqual([
    ['first', [1]],
    ['v2', [2]],
    ['again', [3]],
    ['own', []],
  ]);
});
