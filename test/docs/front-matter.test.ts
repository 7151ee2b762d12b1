import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { frontMatterIn } from '../../src/front-matter/front-matter-in.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { nodesOf, readDocument } from './documents.ts';

const blocks = nodesOf(await readDocument('docs/output.md'), 'code');

describe('the examples of front matter in docs/output.md', () => {
  const results = blocks.flatMap(({ lang, value }, index) =>
    lang === 'markdown' && frontMatterIn(value) ? [{ value, source: blocks[index - 1] }] : [],
  );

  test('are there', () => {
    expect(results.map(({ source }) => source?.lang)).toEqual(['yaml', 'handlebars', 'handlebars']);
  });

  test.each(results)('give $value', async ({ value, source }) => {
    const folder = await temporaryFolder();
    const isConfig = source?.lang === 'yaml';
    const config = isConfig ? source.value : 'template: mine.hbs\n';
    await writeFile(join(folder, 'devreport.yml'), config);
    await writeFile(join(folder, 'mine.hbs'), `${source?.value ?? ''}\n\n# {{title}}\n`);
    const { stdout, stderr } = await devreport(folder, ['--source', 'sample', '-o', '-']);
    expect(frontMatterIn(stdout)?.text, stderr).toBe(value);
  });
});
