import { describe, expect, it } from 'vitest';
import { collect, git, GITHUB, History } from './repository.ts';

const at = '2017-05-03T12:00:00Z';
const later = '2017-05-04T12:00:00Z';
const latest = '2017-05-05T12:00:00Z';

/** The numbers of the pull requests, and the titles of the direct commits. */
async function read(directory: string): Promise<{ pulls: number[]; direct: string[] }> {
  const { pullRequests, commits, complete } = await collect(directory);
  expect(complete).toBe(true);
  const pulls = pullRequests.map(({ number }) => number).toSorted((a, b) => a - b);
  return { pulls, direct: commits.map(({ title }) => title) };
}

/** A local branch with "quick fix", into which main with #30 and #31 was merged; then #32. */
function pushedMerge(subject: string): string {
  const history = new History();
  const base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
  const local = history.commit({ message: 'quick fix', at, branch: 'local', parents: [base] });
  const topic = history.commit({ message: 'work', at, branch: 'topic', parents: [base] });
  const message = 'Merge pull request #30 from octo/topic\n\nAdd one';
  const merge = history.commit({ message, at: later, committer: GITHUB, parents: [base, topic] });
  const main = history.commit({ message: 'Add two (#31)', at: later, parents: [merge] });
  const merged = history.commit({ message: subject, at: latest, parents: [local, main] });
  history.commit({ message: 'Add three (#32)', at: latest, parents: [merged] });
  return history.write();
}

describe('a merge of the branch into itself', () => {
  it.each([
    "Merge branch 'main' of github.com:linuxkit/linuxkit",
    "Merge branch 'main' of https://github.com/LinuxKit/linuxkit into main",
    "Merge branch 'main' of github-work:linuxkit/linuxkit.git",
    "Merge branch 'main'",
    "Merge branch 'main' into topic",
    "Merge branch 'master' into topic",
    "Merge remote-tracking branch 'origin/main'",
    "Merge remote-tracking branch 'refs/remotes/upstream/main' into topic",
    'Merge https://github.com/linuxkit/linuxkit',
  ])('has two sides of the mainline: %s', async (subject) => {
    expect(await read(pushedMerge(subject))).toEqual({
      pulls: [30, 31, 32],
      direct: ['quick fix'],
    });
  });

  it.each([
    "Merge branch 'topic' of github.com:linuxkit/linuxkit",
    "Merge branch 'main' of github.com:octo/other",
    "Merge remote-tracking branch 'octo/main'",
    "Merge branch 'octo-main'",
    'Bring in what main has',
  ])('is no other merge: %s', async (subject) => {
    expect(await read(pushedMerge(subject))).toEqual({
      pulls: [32],
      direct: ['quick fix', subject],
    });
  });

  it('is unclear when it may be from a fork, or from an earlier name', async () => {
    const directory = pushedMerge("Merge branch 'main' of github.com:octo/linuxkit");
    expect(await collect(directory)).toMatchObject({
      complete: false,
      pullRequests: [{ number: 32 }],
      warnings: [
        { code: 'git-no-issues' },
        { code: 'git-unclear-merge', message: expect.stringContaining(': #31, #30.') as string },
      ],
    });
  });

  it('is followed through others, and no commit counts twice', async () => {
    const history = new History();
    let base = history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    let other = base;
    const numbers: number[] = [];
    for (let number = 1; number < 60; number += 2) {
      const numbered = (n: number, parent: number) =>
        history.commit({ message: `Add ${String(n)} (#${String(n)})`, at, parents: [parent] });
      const mine = numbered(number, base);
      const theirs = numbered(number + 1, other);
      numbers.push(number, number + 1);
      // Each side merges the other one in turn, so that no line of first parents has all.
      const message = "Merge branch 'main' of github.com:linuxkit/linuxkit";
      base = history.commit({ message, at, parents: [theirs, mine] });
      other = mine;
    }
    expect(await read(history.write())).toEqual({ pulls: numbers, direct: [] });
  });
});

describe('commits without a pull request', () => {
  it('are those of the period, with everybody who wrote them, oldest first', async () => {
    const history = new History();
    history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z' });
    history.commit({
      message: 'Push <b> `it`\n\nFixes #3\n\nCo-authored-by: Hu <2+hubot@users.noreply.github.com>',
      ...{ at, author: 'Octo Cat <1+octo@users.noreply.github.com>' },
    });
    history.merge({ number: 1, head: 'ada/work', title: 'Work', at });
    history.commit({ message: "Merge branch 'topic', see #12 for more", at: later });
    history.commit({ message: 'Later', at: '2017-05-08T00:00:00Z' });
    const directory = history.write();
    const { commits, collected } = await collect(directory);
    expect(collected.knows).toContain('commits');
    expect(commits).toEqual([
      {
        ...{ repository: 'linuxkit/linuxkit', title: 'Push <b> `it`', at },
        hash: git(directory, ['rev-parse', 'main~3']),
        author: { login: 'octo', type: 'user' },
        coAuthors: [{ login: 'hubot', type: 'user' }],
        references: [
          { repository: 'linuxkit/linuxkit', number: 3, relation: 'closes', from: 'commit' },
        ],
      },
      expect.objectContaining({
        title: "Merge branch 'topic', see #12 for more",
        references: [
          { repository: 'linuxkit/linuxkit', number: 12, relation: 'mentions', from: 'title' },
        ],
      }),
    ]);
  });
});
