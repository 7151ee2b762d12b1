import { expect, test } from 'vitest';
import { GITHUB, collect, History } from './repository.ts';
import { AT, OCTO } from './people/branches.ts';

/** The kind of change and the note of pull requests with these bodies, by one author. */
async function notesOf(author: string, ...bodies: string[]) {
  const history = new History();
  for (const [index, body] of bodies.entries()) {
    const message = `Title (#${String(index + 1)})\n\n${body}`;
    history.commit({ message, at: AT, author, committer: GITHUB });
  }
  const { pullRequests } = await collect(history.write());
  return pullRequests.map(({ changelog, note }) => [changelog, note]);
}

test('a clone reads the notes in the messages', async () => {
  const bodies = [
    '## Changelog\n\nRead empty files.',
    '## Changelog\n\nRead files.\n\nchangelog fix: Read empty files',
    'changelog skip',
    '### Release Notes\n\n<details>\n<summary>acme/prettier (prettier)</summary>\n\nwords\n\n</details>',
  ];
  expect(await notesOf(OCTO, ...bodies)).toEqual([
    [null, 'Read empty files.'],
    ['fix', 'Read empty files'],
    ['skip', null],
    [null, null],
  ]);
});

test('but not a bot’s', async () => {
  const renovate = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';
  const bodies = ['### Release Notes\n\nBump it', 'changelog skip'];
  expect(await notesOf(renovate, ...bodies)).toEqual([
    [null, null],
    [null, null],
  ]);
});
