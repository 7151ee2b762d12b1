import { expect, test } from 'vitest';
import { readChangelogLine } from '../../../src/collect/body/changelog-line.ts';

test.each([
  ['changelog feature: Read `empty` files', { kind: 'feature', text: 'Read `empty` files' }],
  [
    'Some words.\r\n\r\nchangelog fix Read empty files\r\n',
    { kind: 'fix', text: 'Read empty files' },
  ],
  ['bors r+\nchangelog skip', { kind: 'skip', text: null }],
  ['changelog [internal] Move files', { kind: 'internal', text: 'Move files' }],
  ['Changelog: feat: Read files', { kind: 'feature', text: 'Read files' }],
  ['changelog internal:', { kind: 'internal', text: null }],
  ['changelog fix: none', { kind: 'fix', text: null }],
])('the line in %j', (text, line) => {
  expect(readChangelogLine([text])).toEqual(line);
});

test.each([
  'The changelog fix: it is wrong',
  'changelog fixes: none',
  'Changelog fix was wrong',
  'changelog: Fix [`lint`]: less noise',
  '<!-- changelog skip -->',
  '> changelog skip',
  '```\nchangelog skip\n```',
  'say `changelog skip`',
])('no line in %j', (text) => {
  expect(readChangelogLine([text])).toBeNull();
});

test('of several lines, the last one wins', () => {
  const body = 'changelog feature: One\nchangelog fix: Two';
  expect(readChangelogLine([body])).toEqual({ kind: 'fix', text: 'Two' });
  expect(readChangelogLine([body, 'changelog skip', 'thanks'])).toEqual({
    kind: 'skip',
    text: null,
  });
});
