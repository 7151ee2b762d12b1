import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compose } from '../../src/compose/compose.ts';
import { parseConfig } from '../../src/config/config.ts';
import { layoutNames } from '../../src/config/layout-texts.ts';
import { compileSource, loadTemplate } from '../../src/render/load-template.ts';
import { render } from '../../src/render/render.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';

/*
 * Every layout with the same facts: a folder a layout, a file for each of these. As for the golden
 * folders, `npx vitest run test/layouts -u` writes them, to be read before they are committed.
 */
const golden = join(import.meta.dirname, '..', 'golden');
const facts = {
  sample: join(import.meta.dirname, '..', '..', 'src', 'collect', 'sample.json'),
  hostile: join(golden, 'hostile-titles', 'snapshot.json'),
  empty: join(golden, 'empty-week', 'snapshot.json'),
  repositories: join(golden, 'several-repositories', 'snapshot.json'),
  everything: join(import.meta.dirname, 'everything.snapshot.json'),
};

/** What is on request, and the two parts that most reports do without. */
const options = join(import.meta.dirname, 'everything.yml');
const everything = ['--config', options];

const sample = ['--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];

const cases = layoutNames.flatMap((layout) =>
  Object.entries(facts).map(([name, path]) => ({ layout, name, path })),
);

describe('the layout', () => {
  test.each(cases)('$layout with the facts “$name”', async ({ layout, name, path }) => {
    const others = name === 'sample' ? sample : name === 'everything' ? everything : [];
    const source = name === 'sample' ? 'sample' : path;
    const { stdout, stderr, code } = await devreport(await temporaryFolder(), [
      ...['--source', source, '--template', layout, '-o', '-', ...others],
    ]);
    // Before the comparison: with -u, the output of a failed run would become the expected report.
    expect(code, stderr).toBe(0);
    await expect(stdout).toMatchFileSnapshot(join(import.meta.dirname, layout, `${name}.md`));
    expect(stdout).not.toMatch(/[ \t]$/m);
  });

  // devreport's own are compiled ahead, by the build and for these tests.
  test.each(layoutNames)('%s writes the same as a template of its own', async (layout) => {
    const snapshot = parseSnapshot(await readFile(facts.everything, 'utf8'), facts.everything);
    const { config } = parseConfig({
      ...(parse(await readFile(options, 'utf8')) as object),
      template: layout,
    });
    const view = compose(snapshot, config ?? expect.fail('a wrong config'), 0);
    const source = await readFile(join('templates', `${layout}.hbs`), 'utf8');
    const own = await compileSource(source, 'own.hbs', 'templates', null);
    expect(render(view, own)).toBe(render(view, await loadTemplate(layout, '.')));
  });

  test.each(layoutNames)(
    '%s names every merged pull request of the sample once',
    async (layout) => {
      const { stdout } = await devreport(await temporaryFolder(), [
        ...['--source', 'sample', '--template', layout, '-o', '-', ...sample],
      ]);
      const { pullRequests } = JSON.parse(await readFile(facts.sample, 'utf8')) as {
        pullRequests: { repository: string; number: number; mergedAt: string | null }[];
      };
      const [text = ''] = stdout.split('<!-- devreport record');
      const merged = pullRequests.filter(
        ({ repository, mergedAt }) => mergedAt !== null && sample.includes(repository),
      );
      const urls = merged.map(({ repository, number }) => `/${repository}/pull/${String(number)}`);
      expect(urls.length).toBeGreaterThan(20);
      for (const url of urls) expect(text.match(new RegExp(`${url}\\b`, 'g')), url).toHaveLength(1);
    },
  );
});
