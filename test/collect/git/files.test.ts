import { describe, expect, it } from 'vitest';
import { begun, collectOne, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';

describe('files', () => {
  it('have their renames and sizes, 0 for binary files, under any path', async () => {
    const lines = Array.from({ length: 20 }, (_, line) => `line ${String(line)}\n`);
    const history = begun({ 'a/old name': lines.join(''), gone: 'x\ny\n', image: Buffer.of(0, 1) });
    history.commit({
      ...{ message: 'Move (#5)', at, renames: { 'a/old name': 'b/new\tname\n"é"' } },
      files: {
        'b/new\tname\n"é"': lines.slice(1).join(''),
        gone: null,
        image: Buffer.of(0, 2, 3),
        empty: '',
      },
    });
    expect((await collectOne(history.write())).files).toEqual([
      { path: 'b/new\tname\n"é"', previousPath: 'a/old name', additions: 0, deletions: 1 },
      { path: 'empty', additions: 0, deletions: 0 },
      { path: 'gone', additions: 0, deletions: 2 },
      { path: 'image', additions: 0, deletions: 0 },
    ]);
  });

  it('of a root commit are all its files', async () => {
    const history = new History();
    history.commit({ message: 'Import (#1)', at, files: { a: '1\n', b: '2\n3\n' } });
    expect((await collectOne(history.write())).files).toEqual([
      { path: 'a', additions: 1, deletions: 0 },
      { path: 'b', additions: 2, deletions: 0 },
    ]);
  });
});
