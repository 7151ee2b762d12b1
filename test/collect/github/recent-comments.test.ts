import { parse, validate } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { commentsQuery, recentComments } from '../../../src/collect/github/recent-comments.ts';
import { dataSet } from '../../github/data/data-set.ts';
import type { PullRequestInput } from '../../github/data/input.ts';
import {
  resourceLimits,
  serverError,
  somethingWentWrong,
  unauthorized,
} from '../../github/failures.ts';
import { body } from '../../github/hostile.ts';
import { schema } from '../../github/schema.ts';
import { type GitHub, startGitHub } from '../../github/server.ts';

const name = 'acme/app';

async function gitHub(pullRequests: PullRequestInput[] = []): Promise<GitHub> {
  const github = await startGitHub({ data: dataSet({ repositories: [{ name, pullRequests }] }) });
  onTestFinished(() => github.close());
  return github;
}

const read = ({ graphqlUrl, token }: GitHub, repository = name) => {
  const options = { graphqlUrl, token, fetch, timeout: 5_000 };
  return recentComments(repository, options, new AbortController().signal);
};

const createdAt = '2017-05-01T10:00:00Z';
const mergedAt = '2017-05-03T10:00:00Z';

describe('the comments on what was merged last', () => {
  test('are read with their authors and first lines, in one request', async () => {
    const comment = (author: string | null, text: string) => ({ author, createdAt, body: text });
    const github = await gitHub([
      {
        ...{ number: 1, author: 'ann', createdAt, mergedAt },
        comments: [
          comment('acme-ci', '\n  <!-- report -->\r\n## Coverage\n'),
          comment('renovate[bot]', ''),
          comment(null, 'x'.repeat(65_000)),
        ],
      },
      { number: 2, author: null, createdAt, comments: [comment('bob', 'Not merged')] },
    ]);
    expect(await read(github)).toEqual([
      {
        author: { login: 'ann', type: 'user' },
        createdAt,
        comments: [
          { by: { login: 'acme-ci', type: 'user' }, at: createdAt, line: '<!-- report -->' },
          { by: { login: 'renovate', type: 'bot' }, at: createdAt, line: '' },
          { by: { login: 'ghost', type: 'ghost' }, at: createdAt, line: 'x'.repeat(200) },
        ],
      },
    ]);
    expect(github.log.requests).toHaveLength(1);
  });

  test('are the first ten of each of the last fifty, for one point', async () => {
    const comments = Array.from({ length: 12 }, () => ({ author: 'bob', createdAt, body: 'Hi' }));
    const pulls = Array.from({ length: 60 }, (_, index) => ({
      ...{ number: index + 1, createdAt, mergedAt },
      comments,
    }));
    const github = await gitHub(pulls);
    const found = await read(github);
    expect(found).toHaveLength(50);
    expect(found.every((pull) => pull.comments.length === 10)).toBe(true);
    expect(github.log.points).toBe(1);
  });

  test('the query is valid by GitHub’s published schema', () => {
    expect(validate(schema(), parse(commentsQuery))).toEqual([]);
  });
});

describe('what is no answer is a known error, after one request', () => {
  test.each([
    ['a bad gateway', serverError(502, 'html'), 'github-unavailable'],
    ['an overload', somethingWentWrong(), 'github-unavailable'],
    ['too heavy', resourceLimits(), 'github-unavailable'],
    ['a wrong token', unauthorized(), 'github-unauthorized'],
    [
      'another form',
      body('{"data":{"repository":{"commented":{"nodes":[3]}}}}'),
      'github-not-found',
    ],
    [
      'an enormous one',
      body(JSON.stringify({ data: { x: 'x'.repeat(11 * 2 ** 20) } })),
      'github-unavailable',
    ],
  ])('%s', async (_, failure, code) => {
    const github = await gitHub();
    github.fail(failure);
    await expect(read(github)).rejects.toMatchObject({ name: 'SourceError', code });
    expect(github.log.requests).toHaveLength(1);
  });

  test('a repository that is missing', async () => {
    const github = await gitHub();
    await expect(read(github, 'acme/other')).rejects.toMatchObject({ code: 'github-not-found' });
  });
});
