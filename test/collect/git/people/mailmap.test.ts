import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Mailmap } from '../../../../src/collect/git/people/mailmap.ts';
import { runs } from '../../../support/runs.ts';
import { collect, git, GITHUB, History, temporary } from '../repository.ts';
import { AT, begun, MONA, writersIn } from './branches.ts';

const ED = 'Eddie <ed@old.example>';

function withMailmap(text: string): History {
  const history = begun();
  history.commit({ message: 'Map', at: AT, author: MONA, files: { '.mailmap': text } });
  return history;
}

it('is obeyed for authors and trailers, in a bare clone', async () => {
  const history = withMailmap(
    '# People\nEd Page <ed@example.com> <ed@old.example>\nEd Page <ed@example.com> eddie <ed@home.example>\n',
  );
  const message = 'Add (#1)\n\nCo-authored-by: Eddie <ed@home.example>';
  history.commit({ message, at: AT, author: ED, committer: GITHUB });
  history.commit({
    ...{ message: message.replace('#1', '#2'), at: AT, author: MONA, committer: GITHUB },
  });
  expect(await writersIn(history.write())).toEqual({ 1: ['Ed Page'], 2: ['@mona', 'Ed Page'] });
});

it('links the login of a noreply address to the proper one', async () => {
  const history = withMailmap('Ed Page <ed@example.com> <epage@users.noreply.github.com>\n');
  const author = 'e <epage@users.noreply.github.com>';
  history.commit({ message: 'One (#1)', at: AT, author, committer: GITHUB });
  const other = { message: 'Two (#2)', at: AT, author: 'Page <ed@example.com>' };
  history.commit({ ...other, committer: GITHUB });
  expect(await writersIn(history.write())).toEqual({ 1: ['@epage'], 2: ['@epage'] });
});

it('is the one of the tip, not of the configuration', async () => {
  const history = begun();
  history.commit({ message: 'Add (#1)', at: AT, author: ED, committer: GITHUB });
  const directory = history.write();
  const file = join(temporary(), 'mailmap');
  writeFileSync(file, 'Not Me <not@example.com> <ed@old.example>\n');
  git(directory, ['config', 'mailmap.file', file]);
  git(directory, ['config', 'log.mailmap', 'true']);
  expect(await writersIn(directory)).toEqual({ 1: ['Eddie'] });
});

it('is left alone when it is larger than a mailmap can be', async () => {
  const line = 'Ed Page <ed@example.com> <ed@old.example>\n';
  const history = withMailmap(line + '#'.repeat(1024 * 1024));
  history.commit({ message: 'Add (#1)', at: AT, author: ED, committer: GITHUB });
  const { pullRequests, warnings, complete } = await collect(history.write());
  expect(pullRequests[0]?.author).toMatchObject({ name: 'Eddie' });
  expect(complete).toBe(true);
  expect(warnings).toContainEqual({
    code: 'git-mailmap',
    message: 'The .mailmap file is larger than 1 MiB and was not read.',
    repository: 'linuxkit/linuxkit',
  });
});

describe('a mailmap', () => {
  it('is read as git reads it', () => {
    const directory = new History();
    directory.commit({ message: 'Begin', at: AT });
    const clone = directory.write();
    const name = fc.constantFrom('Ann', 'ann', 'Ann Lee', 'ÄNN', ' Bob\t', '');
    const address = fc.constantFrom('<a@x>', '<A@X>', '<b@x>', '<>', '< a@x >', '<a', 'b>', '');
    const space = fc.constantFrom('', ' ', '\t', ' # ');
    const line = fc
      .tuple(fc.constantFrom('', '#', ' '), name, address, space, name, address, space)
      .map((parts) => parts.join(''));
    const signature = fc.record({
      name: fc.constantFrom('Ann', 'ann', 'Ann Lee', 'ÄNN', 'änn', 'Bob', 'Cid'),
      email: fc.constantFrom('a@x', 'A@x', 'b@x', 'c@x'),
    });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.array(signature, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        (lines, signatures, end) => {
          const file = join(clone, 'made-mailmap');
          const text = lines.join(end);
          writeFileSync(file, text);
          const input = signatures.map(({ name: own, email }) => `${own} <${email}>\n`).join('');
          const args = ['-c', `mailmap.file=${file}`, '-c', 'mailmap.blob=', 'check-mailmap'];
          const expected = git(clone, [...args, '--stdin'], input);
          const mailmap = new Mailmap(text);
          const found = signatures.map((one) => {
            const proper = mailmap.proper(one);
            return `${proper.name} <${proper.email}>`;
          });
          expect(found).toEqual(expected.split('\n'));
        },
      ),
      runs(40),
    );
  });

  it('is read in linear time', () => {
    for (const part of ['<', '<a> ', 'a <', '> <', ' \t']) {
      const text = part.repeat(500_000);
      expect(new Mailmap(text).proper({ name: 'a', email: 'b' }).email).toBe('b');
    }
  });
});
