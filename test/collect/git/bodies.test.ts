import { expect, test } from 'vitest';
import { AT } from './people/branches.ts';
import { collect, GITHUB, History } from './repository.ts';

async function bodiesOf(...messages: string[]) {
  const history = new History();
  for (const message of messages)
    history.commit({ message, at: AT, author: 'Octo <octo@example.com>', committer: GITHUB });
  const { pullRequests } = await collect(history.write());
  return pullRequests.map(({ body }) => body);
}

test('the body of a pull request is the rest of its message, without the trailers at its end', async () => {
  expect(
    await bodiesOf(
      'One (#1)\n\nWhy.\n\nNote: it is slow\n\nSigned-off-by: Octo <octo@example.com>\nCo-authored-by: Mona\n <mona@example.com>',
      'Two (#2)\n\nSigned-off-by: Octo <octo@example.com>\n\nFixes: #12',
      'Three (#3)',
      'Four (#4)\n\nWhy.\nSigned-off-by: Octo <octo@example.com>',
      'Five (#5)\n\nA list:\n\n* one\n* two\n\nNote: it is fast',
    ),
  ).toEqual([
    'Why.\n\nNote: it is slow',
    null,
    null,
    'Why.\nSigned-off-by: Octo <octo@example.com>',
    'A list:\n\n* one\n* two\n\nNote: it is fast',
  ]);
});

test('a long body is cut', async () => {
  const [body] = await bodiesOf(`One (#1)\n\n${'é'.repeat(9_998)}🎉 and more`);
  expect(body).toBe(`${'é'.repeat(9_998)}…`);
});
