import { describe, expect, test } from 'vitest';
import type { CommentedPull } from '../../../src/collect/github/recent-comments.ts';
import { proposeBots } from '../../../src/propose/people/propose-bots.ts';
import { signed } from './signatures.ts';

const releases = Array.from({ length: 6 }, (_, index) => `build(release): 3.1.${index} [skip ci]`);
const many = (text: string, count = 6) => Array.from({ length: count }, () => text);

describe('from the history', () => {
  const bots = (signature: string, login: string | null, subjects: string[], recent = 1) =>
    proposeBots([signed(signature, login, { subjects, recent })], []).map(({ name }) => name);

  test.each<[string, string | null, string[]]>([
    ['acme-release-bot <bot@acme.example>', null, releases],
    ['AcmeBot <x@acme.example>', null, many('Update maintainers')],
    ['acmebot <x@acme.example>', 'acmebot', many('Update history of #12')],
    ['Acme CI <x@acme.example>', 'acme-deploy', many('Update https://a.example/1 to 0d539a6dae')],
    [
      'Houston (Bot) <x@acme.example>',
      'acme-houston',
      [...many('ci: format'), ...many('ci: release')],
    ],
  ])('proposes %s with the login %j', (signature, login, subjects) => {
    expect(bots(signature, login, subjects)).toEqual([login ?? signature.split(' <')[0]]);
  });

  test.each<[string, string, string[]]>([
    ['people whose commits are alike', 'Ann <ann@doe.example>', releases],
    ['people whose names end like it', 'Botond <b@x.example>', releases],
    ['a name alone', 'notabot <x@x.example>', ['Add this', 'Fix that', 'a b', 'c d', 'e f', 'g h']],
    ['few', 'acme-bot <x@x.example>', releases.slice(0, 4)],
    ['one word', 'acme-bot <x@x.example>', many('Update')],
    ['what is alike now and then', 'acme-bot <x@x.example>', [...releases, 'Other', 'Things']],
  ])('does not propose %s', (_, signature, subjects) => {
    expect(bots(signature, null, subjects)).toEqual([]);
  });

  test('does not propose what devreport knows, or what has stopped', () => {
    expect(bots('copilot-bot <x@x.example>', 'Copilot', releases)).toEqual([]);
    expect(bots('acme-bot <x@x.example>', null, releases, 0)).toEqual([]);
    const known = signed('renovate[bot] <x@x.example>', 'renovate', { subjects: releases });
    const bot = { ...known, person: { login: 'renovate', type: 'bot' as const } };
    expect(proposeBots([bot], [])).toEqual([]);
  });
});

describe('from comments', () => {
  /** Pull requests of others, each with one of the lines as a comment an hour later. */
  const commented = (login: string, lines: string[], minutes = 60): CommentedPull[] =>
    lines.map((line, index) => ({
      author: { login: `author-${index}`, type: 'user' },
      createdAt: '2017-05-01T10:00:00Z',
      comments: [
        {
          by: { login, type: 'user' },
          at: new Date(Date.UTC(2017, 4, 1, 10, minutes)).toISOString(),
          line,
        },
      ],
    }));
  const bots = (...pulls: CommentedPull[]) => proposeBots([], pulls).map(({ name }) => name);
  const sign = 'Please sign your commits following these rules:';

  test.each([
    ['under the name of a machine', commented('acme-ci', many('@ann: Test of `abc` **failed**'))],
    ['in HTML', commented('acme', many('<!-- coverage report -->'))],
    ['with a badge', commented('acme', many('[![Coverage Status](https://x.example/1)](y)'))],
    ['below a heading', commented('acme', many('## Coverage report of 12'))],
    ['at once', commented('acme', many(sign), 0.5)],
  ])('proposes who comments alike %s', (_, pulls) => {
    expect(bots(...pulls)).toEqual([pulls[0]?.comments[0]?.by.login]);
  });

  test.each([
    ['people who thank', commented('ann', many('Thank you for your contribution, merging!'))],
    ['people who give commands', commented('ann', many('/lgtm'), 0.5)],
    ['people with pictures', commented('ann', many('![image](https://x.example/1.png)'))],
    ['few', commented('ann', many(sign, 4), 0.5)],
    ['what is alike now and then', commented('acme-bot', [...many(sign), 'And so', 'On that'])],
    [
      'authors',
      commented('ann', many('<!-- coverage report -->')).map((pull, index) =>
        index === 0 ? { ...pull, author: { login: 'Ann', type: 'user' as const } } : pull,
      ),
    ],
    [
      'bots',
      commented('acme', many('<!-- coverage report -->')).map((pull) => ({
        ...pull,
        comments: pull.comments.map((one) => ({
          ...one,
          by: { login: 'acme', type: 'bot' as const },
        })),
      })),
    ],
  ])('does not propose %s', (_, pulls) => {
    expect(bots(...pulls)).toEqual([]);
  });

  test('proposes each once', () => {
    const history = signed('acme-bot <x@x.example>', 'acme-bot', { subjects: releases });
    const found = proposeBots([history], commented('Acme-Bot', many(sign)));
    expect(found).toEqual([
      { name: 'acme-bot', what: '6 commits that are alike', example: releases[0] },
    ]);
  });
});
