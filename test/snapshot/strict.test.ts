import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseSnapshot, serialiseSnapshot } from '../../src/snapshot/parse.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { act, closes, files, issue, pull, snapshot } from '../support/snapshot.ts';

const full = snapshot({
  pullRequests: [
    pull(1, {
      activity: [act('commented', 'deitch')],
      references: [closes(2)],
      files: files('kernel/a'),
      mergeCommit: 'a'.repeat(40),
    }),
  ],
  issues: [issue(2)],
  warnings: [{ code: 'repository-missing', message: 'A.', repository: 'a/b' }],
});

/** The snapshot with another value at a path like `pullRequests.0.number`. */
function withValue(path: string, value: unknown): string {
  const copy: unknown = structuredClone(full);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  at[last] = value;
  return JSON.stringify(copy);
}

const instants = ['2024-99-99T00:00:00Z', '2023-02-30T00:00:00Z', '2024-01-01T24:00:00Z', '1'];
const names = [
  'a b/c',
  'a/b/c',
  '../..',
  './b',
  'a/..',
  'a',
  'a/b\n',
  'a](x)/b',
  `a/${'b'.repeat(101)}`,
];
const numbers = [0, -1, 1.5, 1e10, 2 ** 60, '1'];
const logins = ['a b', 'a\nb', 'a](https://evil.example)', '@a', '', '\u202Ea', 'a'.repeat(101)];

const wrong: [path: string, values: readonly unknown[]][] = [
  ['schemaVersion', [0, '1', null]],
  ['period.kind', ['year']],
  ['pullRequests.0.body', [1, {}]],
  ['period.start', instants],
  ['period.end', [...instants, full.period.start, '2017-04-30T00:00:00Z']],
  ['period.timezone', ['Nowhere/Land', '', '+02:00', 'UTC\u001b[31m']],
  ['period.date', ['today', '2017-02-30', '2017-05-08\n', '../../x']],
  [
    'server',
    [
      'https://[x](https://evil.example)',
      'https://github.com](https://evil.example',
      'https://a[b]c',
      'https://github.com/',
      'https://github.com/a/../b',
      'https://github.com/a b',
      'https://github.com/\u202E',
      'https://user@github.com',
      'https://github.com?a',
      'https://github.com#a',
      'https://github.com:99999',
      'javascript:alert(1)',
      'ftp://github.com',
      'github.com',
    ],
  ],
  ['repositories.0', names],
  ['repositories', [['a/b', 'A/B']]],
  ['pullRequests.0.repository', names],
  ['pullRequests.0.number', numbers],
  ['pullRequests.0.author.login', logins],
  ['pullRequests.0.author.type', ['admin']],
  ['pullRequests.0.activity.0.by.login', logins],
  ['pullRequests.0.activity.0.at', instants],
  ['pullRequests.0.activity.0.did', ['danced']],
  ['pullRequests.0.references.0.repository', names],
  ['pullRequests.0.references.0.number', numbers],
  ['pullRequests.0.createdAt', instants],
  ['pullRequests.0.closedAt', instants],
  ['pullRequests.0.mergedAt', [...instants, null]],
  ['pullRequests.0.mergedBy.login', logins],
  ['pullRequests.0.mergeCommit', ['HEAD', 'a'.repeat(39), `${'a'.repeat(39)}\n`, '`x`']],
  ['pullRequests.0.files.0.additions', [-1, 1.5, 2 ** 60]],
  ['pullRequests.0.filesComplete', ['yes']],
  ['issues.0.repository', names],
  ['issues.0.number', numbers],
  ['issues.0.state', ['merged']],
  ['collected.at', instants],
  ['collected.requests', [-1, 2 ** 60]],
  ['warnings.0.code', ['Repository missing', '::error::', '']],
  ['warnings.0.repository', names],
];

describe('a snapshot is refused, with the path of the value, for', () => {
  test.each(wrong)('%s', (path, values) => {
    for (const value of values) {
      expect(() => parseSnapshot(withValue(path, value), 'week.json'), String(value)).toThrow(
        expect.objectContaining({
          code: 'snapshot-invalid',
          message: expect.stringContaining(` snapshot: ${path}`) as string,
        }),
      );
    }
  });

  test.each<[string, Partial<Snapshot>, string]>([
    ['a pull request twice', { pullRequests: [pull(1), pull(1)] }, 'pullRequests.1'],
    ['an issue twice', { issues: [issue(2), issue(3), issue(2)] }, 'issues.2'],
    [
      'an issue with the number of a pull request',
      { pullRequests: [pull(1)], issues: [issue(1)] },
      'issues',
    ],
    [
      'an open pull request with a merge',
      { pullRequests: [pull(1, { state: 'open' })] },
      'pullRequests.0.mergedAt',
    ],
    [
      'unknown files that are complete',
      { pullRequests: [pull(1, { files: null })] },
      'pullRequests.0.filesComplete',
    ],
  ])('%s', (_, parts, path) => {
    const text = JSON.stringify(snapshot(parts));
    expect(() => parseSnapshot(text, 'week.json')).toThrow(` snapshot: ${path}: expected`);
  });

  test('an unknown field, whose name is cut', () => {
    const text = withValue(`issues.0.${'x'.repeat(100_000)}`, 1);
    const caught = ((): unknown => {
      try {
        return parseSnapshot(text, 'week.json');
      } catch (error) {
        return error;
      }
    })();
    expect(caught).toBeInstanceOf(UsageError);
    expect((caught as UsageError).message.length).toBeLessThan(400);
  });
});

describe('a snapshot is read as before with', () => {
  test.each<[string, Partial<Snapshot>]>([
    ['a ghost', { issues: [issue(1, { author: { login: 'ghost', type: 'ghost' } })] }],
    [
      'somebody without a login',
      { issues: [issue(1, { author: { login: null, name: 'A <b>\n', type: 'user' } })] },
    ],
    ['somebody unknown', { issues: [issue(1, { author: { login: null, type: 'user' } })] }],
    [
      'a login with an underscore',
      { issues: [issue(1, { author: { login: 'a_corp', type: 'user' } })] },
    ],
    [
      'a bot as git has it',
      { issues: [issue(1, { author: { login: 'renovate[bot]', type: 'bot' } })] },
    ],
    [
      'foreign text',
      {
        pullRequests: [
          pull(1, {
            title: '\u001b[31m](x)',
            labels: ['a\nb'],
            base: 'a/\u202Eb',
            note: '<b>',
            files: files('a\nb'),
          }),
        ],
      },
    ],
    ['a server of its own', { server: 'https://ghe.example.com:8443/sub/path' }],
    ['a server on this machine', { server: 'http://[::1]:8080' }],
    ['the hash of SHA-256', { pullRequests: [pull(1, { mergeCommit: 'f'.repeat(64) })] }],
    [
      'items of repositories that it does not cover',
      { issues: [issue(1, { repository: 'moby/tool' })] },
    ],
    ['a closing without a date', { issues: [issue(1, { state: 'closed' })] }],
    ['29 February', { issues: [issue(1, { createdAt: '2016-02-29T23:59:59Z' })] }],
    ['a warning of another version', { warnings: [{ code: 'new-code-2', message: 'A.' }] }],
  ])('%s', (_, parts) => {
    expect(parseSnapshot(serialiseSnapshot(snapshot(parts)), 'it')).toEqual(snapshot(parts));
  });

  test('the facts of every golden folder', () => {
    const golden = new URL('../golden/', import.meta.url);
    const folders = readdirSync(golden, { withFileTypes: true }).filter((one) => one.isDirectory());
    for (const { name } of folders) {
      const text = readFileSync(new URL(`${name}/snapshot.json`, golden), 'utf8');
      expect(() => parseSnapshot(text, name)).not.toThrow();
    }
  });
});
