import { expect, test } from 'vitest';
import { collected, issue, pull } from './support.ts';

const name = 'acme/app';
const createdAt = '2017-05-02T10:00:00Z';

test('pull requests and issues come with their bodies, as they are today', async () => {
  const snapshot = await collected([
    {
      name,
      pullRequests: [
        { number: 1, createdAt, body: '\r\n# Why\r\n\r\n<!-- a template -->\r\n\r\nBecause. ' },
        { number: 2, createdAt, body: '' },
        { number: 3, createdAt, body: 'x'.repeat(20_000) },
      ],
      issues: [{ number: 4, createdAt, body: 'It <b>crashes</b>.' }],
    },
  ]);
  expect(pull(snapshot, 1).body).toBe('# Why\r\n\r\n<!-- a template -->\r\n\r\nBecause.');
  expect(pull(snapshot, 2).body).toBeNull();
  expect(pull(snapshot, 3).body).toBe(`${'x'.repeat(9_999)}…`);
  expect(issue(snapshot, 4).body).toBe('It <b>crashes</b>.');
});
