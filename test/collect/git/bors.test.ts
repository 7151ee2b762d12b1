import { describe, expect, it } from 'vitest';
import { collect, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';

describe('a merge by bors', () => {
  const merge = async (message: string, tips = 1, author = ''): Promise<unknown[]> => {
    const history = new History();
    const base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    const parents = Array.from({ length: tips }, (_, index) =>
      history.commit({
        ...{ message: 'w', at, branch: `b${String(index)}`, parents: [base] },
        author: author || `Tip ${String(index)} <tip${String(index)}@example.com>`,
      }),
    );
    const bors = 'bors <bors@example.com>';
    history.commit({
      ...{ message, at, author: bors, parents: [base, ...parents] },
      files: { a: '1\n' },
    });
    return (await collect(history.write())).pullRequests;
  };

  it('is read in the form of homu', async () => {
    expect(
      await merge('Auto merge of #12 - ann:topic, r=bob\n\nTeach it more\n\nFixes #3\n'),
    ).toMatchObject([
      {
        ...{ number: 12, title: 'Teach it more' },
        author: { login: 'ann' },
        mergedBy: { login: null, name: 'bors', type: 'bot' },
        references: [{ number: 3, relation: 'closes' }],
        files: [{ path: 'a' }],
      },
    ]);
    expect(await merge('auto merge of #13 : ann/rust/topic, r=bob\n\nOld')).toMatchObject([
      { number: 13, title: 'Old', author: { login: 'ann' } },
    ]);
  });

  it('is read in the form of bors-ng', async () => {
    expect(
      await merge(
        'Merge #12\n\n12: Teach it r=bob a=renovate[bot]\n\nFixes #3\n\nCo-authored-by: x',
        1,
        'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>',
      ),
    ).toMatchObject([
      {
        ...{ number: 12, title: 'Teach it', author: { login: 'renovate', type: 'bot' } },
        references: [{ number: 3 }],
        files: [{ path: 'a' }],
      },
    ]);
  });

  it('of a batch is each of its pull requests', async () => {
    const message =
      'Merge #12 #13 #14\n\n12: One r=b a=ann\n\nfixes #1\n\n13: Two r=c a=[unknown]\n\nfixes #2\n';
    expect(await merge(message, 3)).toMatchObject([
      { number: 12, title: 'One', author: { login: 'ann' }, references: [{ number: 1 }] },
      { number: 13, title: 'Two', author: { name: 'Tip 1' }, references: [{ number: 2 }] },
      { number: 14, title: 'Merge #12 #13 #14', author: { name: 'Tip 2' }, files: [] },
    ]);
  });
});
