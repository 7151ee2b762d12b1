import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../../../src/config/yaml.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { devreport } from '../../../support/run.ts';
import { textOf } from './models.ts';

async function checkout(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const like = (folder: string, path: string, ...options: string[]) =>
  devreport(folder, ['init', '--like', path, ...options]);

describe('a model that is none is one error, and nothing is written', () => {
  test.each([
    ['missing.md', 'There is no report missing.md.'],
    ['folder', 'folder is a folder, not a file.'],
    ['binary.md', 'is not valid UTF-8.'],
    ['nul.md', 'nul.md is not a text.'],
    ['yaml.md', 'yaml.md:3: the front matter is not valid YAML'],
    [
      'words.md',
      'Nothing to learn from words.md: it links to no issue or pull request on https://github.com.',
    ],
  ])('%s', async (path, message) => {
    const files = {
      'folder/x.md': '',
      'binary.md': new Uint8Array([0xff, 0xfe, 0x00, 0x81]),
      'nul.md': '# R\n\n- a \0 [#1](https://github.com/a/b/pull/1)\n',
      'yaml.md': '---\ntitle: [a\n---\n\n- [#1](https://github.com/a/b/pull/1)\n',
      'words.md': '# Report\n\nNothing happened.\n',
    };
    const folder = await checkout(files);
    const before = await readdir(folder);
    const { code, stdout, stderr } = await like(folder, path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n').length).toBeLessThan(3);
    expect(await readdir(folder)).toEqual(before);
  });

  test.each([['--reports', 'x'], ['--action']])('%s has no meaning with it', async (...options) => {
    const folder = await checkout({ 'r.md': textOf({ name: 'weekly' }) });
    const { code, stderr } = await like(folder, 'r.md', ...options);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be used with option');
  });
});

describe('what is there already stays', () => {
  test.each(['devreport.yml', 'devreport.hbs'])('%s', async (there) => {
    const folder = await checkout({
      'r/2026-08-28.md': textOf({ name: 'servo' }),
      [there]: 'mine',
    });
    const { code, stderr } = await like(folder, 'r/2026-08-28.md');
    expect(code).toBe(2);
    expect(stderr).toContain(`${there} already exists.`);
    expect(await readFile(join(folder, there), 'utf8')).toBe('mine');
    expect((await readdir(folder)).filter((name) => name.startsWith('devreport'))).toEqual([there]);
    const printed = await like(folder, 'r/2026-08-28.md', '-o', '-');
    expect(printed.code).toBe(0);
    expect(parseYamlConfig(printed.stdout, 'it').template).toBe('devreport.hbs');
    expect(printed.stdout).toContain('# The layout, for devreport.hbs:\n#   {{!-- Made by');
  });
});

describe('what a model says, and what it does not', () => {
  test('a model outside of the checkout gives the next report the number after its own', async () => {
    const [folder, other] = [
      await checkout(),
      await checkout({ '2026-08-21-twin0365.md': textOf({ name: 'nushell' }) }),
    ];
    const { code, stdout } = await like(folder, join(other, '2026-08-21-twin0365.md'), '-o', '-');
    expect(code).toBe(0);
    expect(parseYamlConfig(stdout, 'it')).toMatchObject({
      file: 'reports/{date}-twin{number:4}.md',
      number: 366,
    });
  });

  test('a model with others before it has its own number, counted from the first one', async () => {
    const text = textOf({ name: 'weekly' });
    const folder = await checkout({
      'reports/2017-04-24.md': '# R\n',
      'reports/2017-05-01.md': '# R\n',
      'reports/2017-05-08.md': text,
    });
    const { stdout } = await like(folder, 'reports/2017-05-08.md', '-o', '-');
    expect(parseYamlConfig(stdout, 'it').number).toBe(6);
  });

  test('comments say what settings were read from, and stderr what was left out', async () => {
    const folder = await checkout({ 'reports/2017-05-08.md': textOf({ name: 'weekly' }) });
    const { stdout, stderr } = await like(folder, 'reports/2017-05-08.md', '-o', '-');
    expect(stdout).toContain(
      '# So that the model is no. 8, as its text says, and the next one 9.\nnumber: 8\n',
    );
    expect(stdout).toContain(
      '# Not taken over: sections without a list of items: A new repository',
    );
    expect(stderr).toContain(
      'Not taken over: sections without a list of items: A new repository for tests.',
    );
    expect(stderr).toContain(
      'Read reports/2017-05-08.md as the model: template weekly, file reports/{date}.md.',
    );
  });

  test('months in another language give the locale', async () => {
    const text =
      '# Neues vom 8. Mai 2017\n\n## Kern\n\n- Schneller [#1](https://github.com/a/b/pull/1) @x.\n';
    const folder = await checkout({ 'neu/2017-05-08.md': text });
    const { stdout } = await like(folder, 'neu/2017-05-08.md', '-o', '-');
    expect(parseYamlConfig(stdout, 'it')).toMatchObject({
      locale: 'de',
      title: 'Neues vom {date:D. MMMM YYYY}',
    });
  });

  test('a month in digits dates the model, and is a placeholder', async () => {
    const text =
      '# Helm report for 2026-06\n\nFixes RFC 2119-12.\n\n## Core\n\n- Faster [#1](https://github.com/a/b/pull/1) @x.\n';
    const folder = await checkout({ 'news/june.md': text });
    const { stdout, stderr, code } = await like(folder, 'news/june.md', '-o', '-');
    expect(code, stderr).toBe(0);
    expect(parseYamlConfig(stdout, 'it')).toMatchObject({
      title: 'Helm report for {end:YYYY-MM}',
    });
  });

  test('rows of a table are written by a layout of their own', async () => {
    const rows =
      '| Change | PR | By |\n| --- | --- | --- |\n| Faster | [#1](https://github.com/a/b/pull/1) | @x |\n';
    const folder = await checkout({
      'n/2017-05-08.md': `# News, 2017-05-08\n\n## Merged\n\n${rows}`,
    });
    expect((await like(folder, 'n/2017-05-08.md')).code).toBe(0);
    const layout = await readFile(join(folder, 'devreport.hbs'), 'utf8');
    expect(layout).toContain(
      '| Change | PR | By |\n| --- | --- | --- |\n{{#each entries}}\n| {{text}}',
    );
  });
});
