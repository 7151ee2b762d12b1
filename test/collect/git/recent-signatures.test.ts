import { describe, expect, test } from 'vitest';
import { recentSignatures } from '../../../src/collect/git/recent-signatures.ts';
import { environment, History, REPOSITORY, temporary } from './repository.ts';

const read = async (directory: string) => {
  const signatures = await recentSignatures({
    ...{ directory, repository: REPOSITORY, server: 'https://github.com', environment },
    signal: new AbortController().signal,
  });
  return Object.fromEntries(
    signatures.map(({ name, email, person, recent, subjects }) => [
      `${name} <${email}>`,
      [person.login, person.type, recent, subjects],
    ]),
  );
};

const noreply = 'Ann Doe <1+ann-doe@users.noreply.github.com>';

describe('the signatures of a history', () => {
  test('have the login that the clone shows, their commits of the last year, and all subjects', async () => {
    const history = new History();
    const commit = (at: string, author: string, message: string) =>
      history.commit({ at, author, message });
    commit('2015-03-01T00:00:00Z', noreply, 'Old');
    commit('2015-12-01T00:00:00Z', 'Bob <bob@x.example>', 'Older than a year');
    commit('2017-01-02T00:00:00Z', 'Bob <bob@x.example>', `New\n\nCo-authored-by: ${noreply}\n`);
    commit('2017-01-03T00:00:00Z', 'Ann Doe <ann@doe.example>', 'By name');
    commit('2017-01-04T00:00:00Z', '安 <ann@doe.example>', 'x'.repeat(5_000));
    commit('2017-01-05T00:00:00Z', 'acme[bot] <acme@x.example>', 'Bump');
    expect(await read(history.write())).toEqual({
      [noreply]: ['ann-doe', 'user', 1, ['Old']],
      'Bob <bob@x.example>': [null, 'user', 1, ['New', 'Older than a year']],
      'Ann Doe <ann@doe.example>': ['ann-doe', 'user', 1, ['By name']],
      '安 <ann@doe.example>': [null, 'user', 1, ['x'.repeat(200)]],
      'acme[bot] <acme@x.example>': ['acme', 'bot', 1, ['Bump']],
    });
  });

  test('are those of the .mailmap, and of merges without their subjects', async () => {
    const history = new History();
    const files = { '.mailmap': 'Ann Doe <ann@doe.example> <old@doe.example>\n' };
    history.commit({ message: 'Begin', at: '2017-01-01T00:00:00Z', files });
    history.merge({
      ...{ number: 1, head: 'someone/x', title: 'Merged', at: '2017-01-02T00:00:00Z' },
      ...{ author: 'ad <old@doe.example>', merger: 'Max <max@x.example>' },
    });
    expect(await read(history.write())).toMatchObject({
      'Ann Doe <ann@doe.example>': ['someone', 'user', 1, ['work']],
      'Max <max@x.example>': [null, 'user', 1, []],
    });
  });

  test('are none where there is no clone', async () => {
    await expect(read(temporary())).rejects.toMatchObject({ code: 'git-not-a-repository' });
  });
});
