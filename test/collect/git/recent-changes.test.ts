import { describe, expect, it } from 'vitest';
import { recentChanges } from '../../../src/collect/git/recent-changes.ts';
import { environment, git, History, REPOSITORY, temporary } from './repository.ts';

const read = (directory: string) =>
  recentChanges({
    directory,
    repository: REPOSITORY,
    server: 'https://github.com',
    environment,
    signal: new AbortController().signal,
  });

describe('the changes of the last year', () => {
  it('are the titles and paths of each commit or merge of the default branch, newest first', async () => {
    const history = new History();
    history.commit({ message: 'Begin', at: '2017-01-01T00:00:00Z', files: { 'a/x': '1' } });
    history.commit({
      message: 'Squashed (#1)',
      at: '2017-02-01T00:00:00Z',
      files: { 'a/y': '1', '\n café "q"/z': '2', b: '3' },
    });
    history.merge({
      ...{ number: 2, head: 'ada/x', title: 'Merged', at: '2017-03-01T00:00:00Z' },
      files: { 'c/d/e': '1' },
    });
    history.commit({ message: 'Nothing', at: '2017-03-02T00:00:00Z' });
    history.commit({
      message: 'Moved',
      at: '2017-03-03T00:00:00Z',
      renames: { 'a/x': 'f/x' },
    });
    const changes = (await read(history.write())).map(({ title, paths }) => [
      title,
      paths.toSorted(),
    ]);
    expect(changes).toEqual([
      ['Moved', ['a/x', 'f/x']],
      ['Nothing', []],
      ['Merged', ['c/d/e']],
      ['Squashed', ['\n café "q"/z', 'a/y', 'b'].toSorted()],
      ['Begin', ['a/x']],
    ]);
  });

  it('are of the year before the latest commit, however long ago that was', async () => {
    const history = new History();
    history.commit({ message: 'Old', at: '2015-12-31T00:00:00Z', files: { old: '1' } });
    history.commit({ message: 'Older than a year', at: '2016-02-27T00:00:00Z', files: { a: '1' } });
    history.commit({ message: 'A year ago', at: '2016-03-02T00:00:00Z', files: { b: '1' } });
    history.commit({ message: 'Latest', at: '2017-03-01T00:00:00Z', files: { c: '1' } });
    expect((await read(history.write())).map(({ paths }) => paths)).toEqual([['c'], ['b']]);
  });

  it('may have empty messages, and messages of several paragraphs', async () => {
    const history = new History();
    history.commit({ message: '', at: '2017-01-01T00:00:00Z', files: { a: '1' } });
    history.commit({ message: 'One\n\nTwo\n', at: '2017-01-02T00:00:00Z', files: { b: '1' } });
    history.commit({ message: '', at: '2017-01-03T00:00:00Z' });
    expect(await read(history.write())).toEqual([
      { title: '', number: null, paths: [], time: Date.UTC(2017, 0, 3) / 1000 },
      { title: 'One', number: null, paths: ['b'], time: Date.UTC(2017, 0, 2) / 1000 },
      { title: '', number: null, paths: ['a'], time: Date.UTC(2017, 0, 1) / 1000 },
    ]);
  });

  it('need a commit', async () => {
    const directory = temporary();
    git(directory, ['init', '--quiet']);
    await expect(read(directory)).rejects.toMatchObject({ code: 'git-empty' });
  });
});
