import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { runs } from '../support/runs.ts';
import { act, files, issue, pull, snapshot } from '../support/snapshot.ts';

const pieces = fc.constantFrom(
  ...Array.from('\u0000\u0007\b\t\r\n\u001b\u007f\u0085\u009b\u00ad\u061c\u200b\u200e\u200f'),
  ...Array.from('\u2028\u2029\u202a\u202e\u2060\u2066\u2069\ufeff'),
  ...['\u{e0041}', '\u001b[31m', '\u001b[2J', '\n::error::FORGED', '\r::error::FORGED', '&#x202e;'],
  ...['a', 'b', 'c', ' ', '#1', '*', ':', '%', '"', '\ud800', '\u0301'],
);
const hostile = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const fileName = hostile.map((text) => `x${text.replace(/[\0/]/g, '')}`);

/** What reaches a terminal, but for line endings, tabs and the joiners of Persian words and emoji. */
const controls = /(?!\r\n|[\n\t\u200C\u200D])[\p{Cc}\p{Cf}\u2028\u2029]/u;

/** A folder in which everything that others can name or write has one hostile text. */
async function hostileFolder(text: string, name: string): Promise<string> {
  const folder = await temporaryFolder();
  const person = { login: null, name: text, type: 'user' as const };
  const facts = snapshot({
    pullRequests: [
      pull(1, {
        ...{ title: text, labels: [text], note: text, base: text, author: person },
        ...{ files: files(text), activity: [{ ...act('commented', 'a'), by: person }] },
      }),
    ],
    issues: [issue(2, { title: text, author: person, activity: [act('commented', 'deitch')] })],
    complete: false,
    warnings: [{ code: 'repository-missing', message: text }],
  });
  const title = text.trim() === '' ? 'A' : text;
  const config = {
    title,
    introduction: text,
    closing: [{ title, text }],
    sections: [{ id: 'a', title, labels: ['*'], paths: ['**'] }],
    check: { words: [text] },
  };
  const write = (file: string, content: string) => writeFile(join(folder, file), content);
  await write('devreport.yml', JSON.stringify(config));
  await write(`${name}.json`, serialiseSnapshot(facts));
  await write(
    `${name}.md`,
    `# ${text}\n\n- [#1](${text}) by [@${text}] and #3 ${text}\n\n[${text}]`,
  );
  await write(`${name}.yml`, JSON.stringify({ [text]: text, title: { [text]: 1 }, bots: text }));
  await write(`${name}.hbs`, `{{${text}}} {{unknown ${text}}}`);
  await write('bad.json', JSON.stringify({ ...facts, [text]: text, server: text }));
  await write('worse.json', `{${text}`);
  await mkdir(join(folder, `${name}.d`));
  return folder;
}

test('no control character and no line of foreign text reaches the terminal', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, fileName, async (text, name) => {
      const folder = await hostileFolder(text, name);
      const saved = ['--source', `${name}.json`];
      const show = async (argv: readonly string[], isMarkdown = false) => {
        const stdout: string[] = [];
        const ran = await devreport(folder, argv, {
          stdout: { write: (more: string) => stdout.push(more), isTTY: argv.includes('--diff') },
        });
        for (const shown of [stdout.join(''), ran.stderr]) {
          expect(shown, argv.join(' ')).not.toMatch(controls);
          if (!isMarkdown) expect(shown, argv.join(' ')).not.toMatch(/^\s*::error::FORGED/m);
        }
      };
      await show([...saved, '-o', '-'], true);
      await show([...saved, '-o', '-', '--format', 'json']);
      await show([...saved, '-o', '-', '--format', 'snapshot']);
      await show([...saved, '-o', `${name}.new.md`]);
      await show([...saved, '-o', `${name}.new.md`]);
      await show([...saved, '-o', `${name}.md`, '--adopt', '--diff'], true);
      await show([...saved, '-o', `${name}.md`]);
      await show([...saved, '--strict', '-o', '-']);
      await show(['explain', '#1', ...saved]);
      await show(['explain', '#2', ...saved]);
      await show(['explain', text, ...saved]);
      for (const format of ['text', 'json', 'github'])
        await show(['check', `${name}.md`, '--format', format, ...saved]);
      await show(['check', `${name}.md`, '--fix', '--offline']);
      await show(['check', `${name}.d`, `${name}.md`]);
      await show(['init', '-o', '-', '--reports', '.'], true);
      await show(['init', '-o', `${name}.yml`]);
      await show(['--source', 'bad.json']);
      await show(['--source', 'worse.json']);
      await show([...saved, '--config', `${name}.yml`]);
      await show([...saved, '--template', `${name}.hbs`]);
      for (const option of [
        'config',
        'source',
        'repo',
        'template',
        'week',
        'timezone',
        'format',
        'x',
      ])
        await show([`--${option}`, text]);
      await show([`--${text}`]);
      await show([text]);
    }),
    runs(2),
  );
});
