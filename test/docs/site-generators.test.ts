import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterIn } from '../../src/front-matter/front-matter-in.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { fences, readDocument } from './documents.ts';

const document = await readDocument('docs/publishing.md');
const configs = fences(document, 'yaml')
  .map(({ value }) => value)
  .filter((config) => config.includes('frontMatter:'));

const title = 'Development report for 8 May 2017';
const name = '2017-05-08-development-report-for-8-may-2017.md';

/** What each generator reads, by the path that it reads it from. */
const pages: [string, Record<string, unknown>][] = [
  [`_posts/${name}`, { layout: 'post', title, render_with_liquid: false, published: false }],
  [`blog/${name}`, { title, tags: ['devreport'], draft: true }],
  [
    'content/reports/2017-05-08.md',
    { title, date: '2017-05-08', tags: ['devreport'], draft: true },
  ],
  [`content/reports/${name}`, { title, draft: true }],
];

test('docs/publishing.md has a config for each of four site generators', () => {
  expect(configs.map((config) => config.split('\n').length)).toEqual([3, 3, 3, 3]);
});

test.each(pages.map((page, index) => [...page, configs[index] ?? ''] as const))(
  'the report in %s has the front matter of its generator, and is no page yet',
  async (path, values, config) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'devreport.yml'), config);
    const drafted = await devreport(folder, ['--week', '2017-05-08', '--source', 'sample']);
    expect(drafted.code, drafted.stderr).toBe(0);
    const files = await readdir(folder, { recursive: true });
    expect(files.filter((file) => file.endsWith('.md'))).toEqual([join(path)]);

    const text = await readFile(join(folder, path), 'utf8');
    const frontMatter = frontMatterIn(text);
    expect(parse(frontMatter?.content ?? '')).toEqual(values);
    expect(text).not.toMatch(/^# /m);

    // As its editor leaves it, but for the key that makes it a draft.
    await writeFile(join(folder, path), text.replace(/<!-- editor:[^]*?-->/g, ''));
    const early = await devreport(folder, ['publish']);
    expect(early.stderr).toMatch(/not published: its front matter has “(?:draft|published):/);
    await writeFile(
      join(folder, path),
      text.replace(/<!-- editor:[^]*?-->/g, '').replace(/^(?:draft: true|published: false)\n/m, ''),
    );
    expect((await devreport(folder, ['publish'])).stderr).toContain('1 report in site');
    expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toContain(title);
  },
);
