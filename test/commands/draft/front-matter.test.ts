import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { pull, snapshot } from '../../support/snapshot.ts';

const layout = `---
title: {{title}}
merged: {{stats.pullsMerged}}
tags: [devreport]
---

# {{title}}

{{#each merged}}{{#each entries}}
- {{> entry}}
{{/each}}{{/each}}
`;

/** Runs devreport with some pull requests, and returns what it says besides the summary of the period. */
async function draft(folder: string, numbers: readonly number[], ...options: string[]) {
  const facts = snapshot({ pullRequests: numbers.map((number) => pull(number)) });
  await writeFile(join(folder, 'week.json'), serialiseSnapshot(facts));
  const ran = await devreport(folder, ['--source', 'week.json', '-o', 'report.md', ...options]);
  return { ...ran, said: ran.stderr.split(/\n?2017-05-01 to /, 1)[0] ?? '' };
}

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('front matter of a layout', () => {
  test('is refreshed or kept by a rerun, which says so', async () => {
    const folder = await folderWith({
      'report.hbs': layout,
      'devreport.yml': 'template: report.hbs\ntitle: "Week: #1"\n',
    });
    await draft(folder, [1, 2]);
    const path = join(folder, 'report.md');
    const text = await readFile(path, 'utf8');
    const head = '---\ntitle: "Week: #1 for 8 May 2017"\nmerged: 2\ntags: [devreport]\n---\n';
    expect(text.startsWith(`${head}\n# Week: #1 for 8 May 2017\n`)).toBe(true);

    const edited = text
      .replace('merged: 2', 'merged:   2 # so far')
      .replace(/^title.*/m, 'title: Mine');
    await writeFile(path, edited);
    await writeFile(join(folder, 'devreport.yml'), 'template: report.hbs\n');
    const dry = await draft(folder, [1, 2, 3], '--diff');
    expect(dry.said).toContain('Front matter to refresh, unedited until now: merged\n');
    const { said, code } = await draft(folder, [1, 2, 3]);
    expect(code).toBe(0);
    expect(said).toContain(
      'Front matter refreshed, unedited until now: merged\nFront matter kept in your words: title',
    );
    expect(await readFile(path, 'utf8')).toMatch(
      /^---\ntitle: Mine\nmerged: {3}3 # so far\ntags: \[devreport\]\n---\n\n/,
    );
  });

  test('that its editor broke is an error with its line, whatever the layout', async () => {
    const folder = await folderWith({ 'report.hbs': layout });
    await draft(folder, [1], '--template', 'report.hbs');
    const path = join(folder, 'report.md');
    const text = await readFile(path, 'utf8');
    const broken: [content: string, line: number, message: string][] = [
      ['title: a: b', 2, 'Nested mappings are not allowed in compact mappings'],
      ['x: 1\ny: [1\nz: 2', 4, 'Flow sequence in block collection must be sufficiently indented'],
      ['x: 1\nx: 2', 3, 'duplicate key "x"'],
      ['x: >\n--- #3\nat all', 3, 'a second document begins here'],
      ['title:x', 2, 'expected keys with values, like title: A title'],
      ['x: *y', 2, 'unknown alias *y'],
      [`x: ${'['.repeat(100)}`, 2, 'nested too deep'],
    ];
    for (const [content, line, message] of broken) {
      const edited = text.replace(/^---\n[^]*?\n---\n/, () => `---\n${content}\n---\n`);
      await writeFile(path, edited);
      const { code, stderr } = await draft(folder, [1, 2]);
      expect(stderr).toContain(
        `report.md:${String(line)}: the front matter is not valid YAML: ${message}`,
      );
      expect(stderr).toContain('. Nothing was changed.\nCorrect it and run again.\n');
      expect(code).toBe(2);
      expect(await readFile(path, 'utf8')).toBe(edited);
    }
  });
});
