import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layoutNames } from '../../src/config/layout-texts.ts';
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
const everything = ['--config', join(import.meta.dirname, 'everything.yml')];

const sample = ['--repo', 'linuxkit/linuxkit', '--repo', 'moby/tool'];

const cases = layoutNames.flatMap((layout) =>
  Object.entries(facts).map(([name, path]) => ({ layout, name, path })),
);

describe('the layout', () => {
  test.each(cases)('$layout with the facts “$name”', async ({ layout, name, path }) => {
    const options = name === 'sample' ? sample : name === 'everything' ? everything : [];
    const source = name === 'sample' ? 'sample' : path;
    const { stdout, stderr, code } = await devreport(await temporaryFolder(), [
      ...['--source', source, '--template', layout, '-o', '-', ...options],
    ]);
    // Before the comparison: with -u, the output of a failed run would become the expected report.
    expect(code, stderr).toBe(0);
    await expect(stdout).toMatchFileSnapshot(join(import.meta.dirname, layout, `${name}.md`));
    expect(stdout).not.toMatch(/[ \t]$/m);
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
