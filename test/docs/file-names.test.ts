import { describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { fileKinds } from '../../src/placeholder/report-placeholders.ts';
import { SeriesFolder, weekBefore } from '../commands/draft/series-form.ts';
import { fences, nodesOf, readDocument } from './documents.ts';

const output = await readDocument('docs/output.md');
const rows = nodesOf(output, 'tableRow').map((row) =>
  row.children.map((cell) =>
    cell.children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : [])),
  ),
);
const examples = rows.flatMap(([first, second]) => {
  const [pattern = ''] = first ?? [];
  const [path = ''] = second ?? [];
  return pattern.includes('{') && path.endsWith('.md') ? [[pattern, path] as const] : [];
});

describe('file names in docs/output.md', () => {
  test.each(examples)('%s is %s', async (pattern, path) => {
    const series = await SeriesFolder.with(`file: "${pattern}"\nnumber: 8\n`);
    await series.draft(weekBefore('2017-05-08'));
    expect(await series.reports()).toEqual([path]);
  });

  test('there are some, and all placeholders', () => {
    expect(examples.length).toBeGreaterThan(4);
    const spans = nodesOf(output, 'inlineCode').map(({ value }) => value);
    expect(spans).toEqual(
      expect.arrayContaining(Object.keys(fileKinds).map((name) => `{${name}}`)),
    );
  });

  test('the number of a series that moves is the config’s, and links go to the report before', async () => {
    const [config = ''] = fences(output, 'yaml').map(({ value }) => value);
    expect(parseYamlConfig(config, 'devreport.yml').number).toBe(365);
    const [link = ''] = fences(output, 'handlebars').map(({ value }) => value);
    const series = await SeriesFolder.with(config, { 'own.hbs': `# {{title}}\n\n${link}\n` });
    await series.draft(weekBefore('2017-05-08'));
    await series.draft(weekBefore('2017-05-15'));
    expect(await series.text('blog/2017-05-15-twin0366.md')).toContain(
      'Last time: [Development report for 8 May 2017](2017-05-08-twin0365.md)',
    );
  });
});
