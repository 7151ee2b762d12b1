import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Code } from 'mdast';
import { describe, expect, test } from 'vitest';
import { layoutNames } from '../../src/config/layout-texts.ts';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { nodesOf, readDocument, root } from './documents.ts';

const layouts = await readDocument('docs/layouts.md');
const everything = join(root, 'test/layouts/everything.snapshot.json');

interface Example {
  name: string;
  config: string;
  template: string;
  lines: string;
}

/** Each config, with the template before it, and the lines that it gives. */
const examples = nodesOf(layouts, 'code').reduce<{ found: Example[]; before: Code[] }>(
  ({ found, before }, block) => {
    if (block.lang !== 'markdown') return { found, before: [...before, block] };
    const of = (language: string) => before.find(({ lang }) => lang === language)?.value ?? '';
    const name = block.value.split('\n').find((line) => line.startsWith('#')) ?? '';
    const example = { config: of('yaml'), template: of('handlebars'), lines: block.value };
    return { found: [...found, { name, ...example }], before: [] };
  },
  { found: [], before: [] },
).found;

async function written({ config, template }: Example): Promise<{ path: string; text: string }> {
  const folder = await temporaryFolder();
  const parsed = parseYamlConfig(config, 'docs/layouts.md');
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github/devreport.yml'), config);
  if (template !== '') await writeFile(join(folder, parsed.template), template);
  const isSample = parsed.repositories.includes('linuxkit/linuxkit');
  const repositories = parsed.repositories.flatMap((name) => ['--repo', name]);
  const args = ['--source', isSample ? 'sample' : everything, ...(isSample ? repositories : [])];
  const { code, stderr } = await devreport(folder, args);
  expect(code, stderr).toBe(0);
  const files = await readdir(folder, { recursive: true });
  const path = files.find((file) => file.endsWith('.md')) ?? '';
  const text = await readFile(join(folder, path), 'utf8');
  const again = await devreport(folder, args);
  expect(again.stderr).toContain('Nothing new');
  expect(await readFile(join(folder, path), 'utf8')).toBe(text);
  return { path, text };
}

describe('docs/layouts.md', () => {
  test('has an example of each layout', () => {
    const shown = examples.map(({ config }) => parseYamlConfig(config, 'it').template);
    expect(shown).toEqual(expect.arrayContaining([...layoutNames]));
    expect(shown.filter((template) => template.endsWith('.hbs'))).toHaveLength(2);
  });

  test.each(examples)('shows what its config gives: $name', async (example) => {
    const { path, text } = await written(example);
    if (example.config.includes('file:')) expect(layouts.text).toContain(`gives \`${path}\``);
    let rest = text;
    for (const part of example.lines.split(/^…$/m).map((lines) => lines.trim())) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
  });
});

describe('the gallery of the README', () => {
  test('has a small picture of each layout, and leads to its section', async () => {
    const readme = await readDocument('README.md');
    const pictures = nodesOf(readme, 'image').filter(({ url }) => url.includes('/layouts/'));
    const sections = nodesOf(readme, 'link').map(({ url }) => url);
    expect(pictures.map(({ url }) => url)).toEqual(
      layoutNames.map((name) => `docs/images/layouts/${name}.png`),
    );
    for (const name of layoutNames) expect(sections).toContain(`docs/layouts.md#${name}`);
    for (const { url, alt } of pictures) {
      expect((await stat(join(root, url))).size).toBeLessThan(150_000);
      expect(alt?.length).toBeGreaterThan(40);
    }
  });
});
