import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ConfigInput } from '../../../../src/config/schema/schema.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { devreport } from '../../../support/run.ts';
import { checkout, variables } from '../checkout.ts';
import { factsOf } from './facts.ts';
import { type ModelCase, models, textOf } from './models.ts';
import { entriesIn, frontMatterOf, headingsIn } from './shape-of-report.ts';

/** A checkout with a model, its facts beside it, and the config that is made after it. */
async function likeModel(
  model: ModelCase,
): Promise<{ folder: string; config: ConfigInput; stderr: string }> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  await mkdir(dirname(join(folder, model.path)), { recursive: true });
  await writeFile(join(folder, model.path), textOf(model));
  await writeFile(join(folder, 'facts.json'), JSON.stringify(model.facts));
  const { code, stderr } = await devreport(folder, ['init', '--like', model.path]);
  expect(stderr).toContain('Wrote devreport.yml.');
  expect(code).toBe(0);
  const config = parse(await readFile(join(folder, 'devreport.yml'), 'utf8')) as ConfigInput;
  return { folder, config, stderr };
}

/** When all models were published. */
const now = '2026-10-01T09:00:00Z';

/** Within a section, entries come in the order of merging, which a model does not have. */
const sorted = (text: string) => entriesIn(text).toSorted();

describe.each(models)('a config after a model: $name', (model) => {
  const own = textOf(model);

  test('gives the model its headings and entries again', async () => {
    const { folder, config } = await likeModel(model);
    expect(config.template).toBe(model.layout ?? 'devreport.hbs');
    expect((await readdir(folder)).includes('devreport.hbs')).toBe(model.layout === null);
    await rm(join(folder, model.path));
    const { code, stdout, stderr } = await devreport(
      folder,
      ['--source', 'facts.json', '-o', '-'],
      { now },
    );
    expect(stderr).not.toContain('INCOMPLETE');
    expect(code).toBe(0);
    const expected = headingsIn(own).filter(
      (heading) => !model.editors.some((title) => heading.endsWith(` ${title}`)),
    );
    expect(headingsIn(stdout)).toEqual(expected);
    expect(sorted(stdout)).toEqual(sorted(own));
    expect(Object.keys(frontMatterOf(stdout))).toEqual(Object.keys(frontMatterOf(own)));
  });

  test('names and numbers the next report', async () => {
    const { folder } = await likeModel(model);
    const facts = factsOf(model.next, [{ number: 1, title: 'Add a test', people: ['ada'] }]);
    await writeFile(join(folder, 'facts.json'), JSON.stringify(facts));
    const { code, stderr } = await devreport(folder, ['--source', 'facts.json'], { now });
    expect(stderr).toContain(model.next.path);
    expect(code).toBe(0);
    const text = await readFile(join(folder, model.next.path), 'utf8');
    expect(Object.keys(frontMatterOf(text))).toEqual(Object.keys(frontMatterOf(own)));
    expect(text).toContain(model.next.says);
  });
});

test('last month is shown under the sections of a model', async () => {
  const links = [3, 6, 9, 12].map(
    (n) => `- It [#${n}](https://github.com/linuxkit/linuxkit/pull/${n}).`,
  );
  const others = [1, 4, 7, 10].map(
    (n) => `- It [#${n}](https://github.com/linuxkit/linuxkit/pull/${n}).`,
  );
  const text = `# Report for 8 May 2017\n\n## Kernel\n\n${links.join('\n')}\n\n## Packages\n\n${others.join('\n')}\n`;
  const folder = await checkout({ 'news/2017-05-08.md': text });
  const argv = ['init', '--like', 'news/2017-05-08.md', '-o', '-'];
  const { code, stderr } = await devreport(folder, argv, { variables });
  expect(code).toBe(0);
  expect(stderr).toContain('The last month, 12 changes, in these sections:\n  Kernel: 4\n');
});
