import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';

const SAMPLE = ['--week', '2017-05-08', '--source', 'sample'];

async function draft(files: Readonly<Record<string, string>>) {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'partials'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  const result = await devreport(cwd, [...SAMPLE, '--template', 'own.hbs']);
  return { ...result, files: (await readdir(cwd)).sort() };
}

const perEntry = (entry: string) =>
  `# {{title}}\n\n{{#each merged}}\n{{#each entries}}\n${entry}\n\n{{/each}}\n{{/each}}\n`;
const link = '{{#each refs}}[{{label}}]({{url}}) {{/each}}';

describe('a template that writes items where no rerun could add others', () => {
  test.each([
    ['a link in a heading', `## {{text}} ${link}\n\nBy somebody.`, 5, 'in a heading'],
    [
      'a reference in a heading',
      '## {{text}}\n### {{#each refs}}{{reference label url}} {{/each}}\n\nx',
      6,
      'in a heading',
    ],
    [
      'paragraphs between other blocks',
      `{{text}}\n\n${link}\n\n***`,
      7,
      'in a paragraph, between other blocks',
    ],
  ])('is refused with the line and the shapes that work: %s', async (_, entry, line, reason) => {
    const { code, stderr, stdout, files } = await draft({ 'own.hbs': perEntry(entry) });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      new RegExp(
        `own\\.hbs cannot be used: .*\n +own\\.hbs:${String(line)}: linuxkit/linuxkit#\\d+ is ${reason}\n`,
      ),
    );
    expect(stderr).toContain('as list items, as rows of a table, or as paragraphs');
    expect(files).toEqual(['own.hbs', 'partials']);
  });

  test('is refused with the line of its partial', async () => {
    const { code, stderr } = await draft({
      'own.hbs': perEntry('{{> mine}}'),
      'partials/mine.hbs': `\n## {{text}} ${link}\n`,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('\n  partials/mine.hbs:2: linuxkit/linuxkit#');
  });
});

test('items that only the config names are its own affair, wherever they are', async () => {
  const text = 'About [#1764](https://github.com/linuxkit/linuxkit/pull/1764).';
  const { code, stderr, files } = await draft({
    'own.hbs': '# {{title}}\n\n{{introduction}}\n\n> A quote\n\nx',
    'devreport.yml': JSON.stringify({ introduction: text }),
  });
  expect(code, stderr).toBe(0);
  expect(files).toContain('reports');
});
