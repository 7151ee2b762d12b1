import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import type { PullRequest } from '../../../src/snapshot/schema.ts';
import { environment, git, History } from '../../collect/git/repository.ts';
import { dataSet } from '../../github/data/data-set.ts';
import { startGitHub } from '../../github/server.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { devreport } from '../../support/run.ts';
import { bot, files, pull, snapshot } from '../../support/snapshot.ts';

/** Variables without a token, and without the machine's own `gh`. */
const variables = { ...environment, PATH: '/usr/bin:/bin', GH_CONFIG_DIR: '/nonexistent' };
const week = ['--week', '2017-05-08'];

type Change = [title: string, path: string];
const work: Change[] = [
  ['Add a knob', 'kernel/knob.c'],
  ['Mend the lever', 'kernel/lever.c'],
  ['Explain the knob', 'docs/knob.md'],
  ['Explain the lever', 'docs/lever.md'],
  ['Bump frob from 1.0 to 1.1', 'package-lock.json'],
];

/** A clone of acme/widgets with a pull request for each change, merged in the first days of May 2017. */
async function clone(changes: readonly Change[], settings: Record<string, string> = {}) {
  const history = new History();
  history.commit({ message: 'Begin', at: '2017-04-01T00:00:00Z', files: { README: '' } });
  changes.forEach(([title, path], index) => {
    const at = `2017-05-0${1 + (index % 7)}T0${index % 10}:00:00Z`;
    const message = `${title} (#${index + 1})`;
    history.commit({ message, at, files: { [path]: String(index), 'CHANGELOG.md': message } });
  });
  const folder = await temporaryFolder();
  git(folder, ['clone', '--quiet', history.write(), '.']);
  git(folder, ['remote', 'set-url', 'origin', 'https://github.com/acme/widgets.git']);
  await save(folder, settings);
  return folder;
}

async function save(folder: string, texts: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Saved facts about acme/widgets, in a folder that is no clone. */
async function saved(...pulls: Partial<PullRequest>[]): Promise<string> {
  const folder = await temporaryFolder();
  const pullRequests = pulls.map((parts, index) =>
    pull(index + 1, { repository: 'acme/widgets', ...parts }),
  );
  const facts = snapshot({ repositories: ['acme/widgets'], pullRequests });
  await save(folder, { 'week.json': serialiseSnapshot(facts) });
  return folder;
}

/** How many entries each section has, and the line about the sections. */
async function sectionsIn(folder: string, ...args: string[]) {
  const argv = [...args, '--format', 'json', '-o', '-'];
  const { stdout, stderr } = await devreport(folder, argv, { variables });
  const { merged } = JSON.parse(stdout) as { merged: { title: string; entries: unknown[] }[] };
  const [line] = stderr.split('\n').filter((one) => /^No (?:config|sections)/.test(one));
  return { sections: merged.map(({ title, entries }) => [title, entries.length]), line };
}

describe('a first run in a clone', () => {
  const fromGit = [...week, '--source', 'git'];

  test('has the folders of the project as sections, and says how to keep them', async () => {
    const folder = await clone(work);
    const { sections, line } = await sectionsIn(folder, ...fromGit);
    expect(sections).toEqual([
      ['Documentation', 2],
      ['Kernel', 2],
      ['Other', 1],
    ]);
    expect(line).toBe(
      'No config: sections from the folders that changed most in the last year: Documentation, Kernel, Other. To keep or change them: devreport init.',
    );
  });

  test('is repeated without a change, and init keeps its sections', async () => {
    const folder = await clone(work);
    await devreport(folder, fromGit, { variables });
    const path = join(folder, 'reports/2017-05-08.md');
    const first = await readFile(path, 'utf8');
    expect(first).toMatch(/## PRs merged\n[^]*### Documentation\n[^]*### Kernel\n[^]*### Other\n/);
    const again = await devreport(folder, fromGit, { variables });
    expect(again.stderr).toContain('Nothing new: the report stays as it is.\n');
    const { stderr } = await devreport(folder, ['init'], { variables });
    expect(stderr).toContain(
      'Proposed sections from the folders that changed most in the last year: Documentation, Kernel, Other.\n',
    );
    const kept = await devreport(folder, fromGit, { variables });
    expect(kept.stderr).toContain('Nothing new: the report stays as it is.\n');
    expect(kept.stderr).not.toContain('No config');
    expect(await readFile(path, 'utf8')).toBe(first);
  });

  test('has kinds of work as sections where titles are conventional', async () => {
    const titles = ['feat: a', 'feat(ui): b', 'fix: c', 'fix!: d', 'Other work'];
    const folder = await clone(titles.map((title) => [title, 'src/a']));
    const { sections, line } = await sectionsIn(folder, ...fromGit);
    expect(sections).toEqual([
      ['Features', 2],
      ['Fixes', 2],
      ['Other', 1],
    ]);
    expect(line).toContain('No config: sections from the conventional titles of the changes: ');
  });

  test('uses the settings of other tools if they work without labels', async () => {
    const text = 'categories: [{ title: Knobs, label: knob }, { title: Levers, label: lever }]';
    const folder = await clone(work, { '.github/release-drafter.yml': text });
    expect((await sectionsIn(folder, ...fromGit)).line).toContain('the folders that changed most');
    const rules =
      'autolabeler: [{ label: knob, files: [kernel/] }, { label: lever, title: /^Explain/ }]';
    await save(folder, { '.github/release-drafter.yml': `${text}\n${rules}` });
    expect(await sectionsIn(folder, ...fromGit)).toEqual({
      sections: [
        ['Knobs', 2],
        ['Levers', 2],
        ['Other', 1],
      ],
      line: 'No config: sections from .github/release-drafter.yml: Knobs, Levers, Other. To keep or change them: devreport init.',
    });
  });

  test('has one section where nothing suggests several', async () => {
    const folder = await clone(['One', 'Two', 'Three'].map((title) => [title, 'widget.c']));
    expect(await sectionsIn(folder, ...fromGit)).toEqual({
      sections: [['Changes', 3]],
      line: 'No config: nothing here suggests sections, so all is under Changes. To keep or change them: devreport init.',
    });
  });

  test('is explained with the same sections', async () => {
    const folder = await clone(work);
    const argv = ['explain', '#1', ...fromGit];
    const { stdout, stderr } = await devreport(folder, argv, { variables });
    expect(stdout).toContain('section  Kernel, because of its paths: kernel/knob.c (kernel/**)\n');
    expect(stderr).toContain('No config: sections from the folders');
  });

  test('has nothing to say about sections in a saved snapshot', async () => {
    const argv = [...fromGit, '--format', 'snapshot', '-o', '-'];
    const { stderr } = await devreport(await clone(work), argv, { variables });
    expect(stderr).not.toContain('No config');
  });

  test('may have a config without sections', async () => {
    const folder = await clone(work, { 'devreport.yml': 'timezone: UTC\n' });
    expect((await sectionsIn(folder, ...fromGit)).line).toBe(
      'No sections in devreport.yml: sections from the folders that changed most in the last year: Documentation, Kernel, Other. To keep or change them: copy them from devreport init -o -.',
    );
    await save(folder, { 'devreport.yml': 'fallback: packages\n' });
    const { sections, line } = await sectionsIn(folder, ...fromGit);
    expect(sections.map(([title]) => title)).toEqual(['Core', 'Kernel', 'Packages', 'Testing']);
    expect(line).toBeUndefined();
  });
});

describe('a first run without a clone', () => {
  const fromFile = ['--source', 'week.json'];

  test('has the labels of the facts as sections', async () => {
    const folder = await saved(
      { labels: ['area/knobs', 'bug'] },
      { labels: ['area/levers'] },
      { labels: ['area/levers'] },
      { author: bot('renovate'), labels: ['area/bots'] },
    );
    expect(await sectionsIn(folder, ...fromFile)).toEqual({
      sections: [
        ['Levers', 2],
        ['Knobs', 1],
        ['Other', 1],
      ],
      line: 'No config: sections from the labels of acme/widgets: Levers, Knobs, Other. To keep or change them: devreport init in a clone of acme/widgets.',
    });
  });

  test('has the folders of the period as sections', async () => {
    const folder = await saved(...[...work, ...work].map(([, path]) => ({ files: files(path) })));
    const { sections, line } = await sectionsIn(folder, ...fromFile);
    expect(sections).toEqual([
      ['Documentation', 4],
      ['Kernel', 4],
      ['Other', 2],
    ]);
    expect(line).toContain(
      'the folders that changed most in the period: Documentation, Kernel, Other.',
    );
  });

  test('beside a clone of the same repository, uses what that clone has', async () => {
    const folder = await saved({ files: files('kernel/a') });
    const checkout = await clone(work);
    const path = join(folder, 'week.json');
    expect((await sectionsIn(checkout, '--source', path)).line).toContain(
      'in the last year: Documentation',
    );
    git(checkout, ['remote', 'set-url', 'origin', 'https://github.com/acme/gadgets.git']);
    expect((await sectionsIn(checkout, '--source', path)).line).not.toContain('the last year');
  });

  test('asks GitHub nothing more', async () => {
    const labels = ['area/knobs', 'area/levers', 'area/knobs', 'area/levers'];
    const pullRequests = labels.map((label, index) => ({
      ...{ number: index + 1, title: `Change ${index}`, author: 'octo', labels: [label] },
      ...{ createdAt: '2017-05-02T10:00:00Z', mergedAt: '2017-05-03T10:00:00Z' },
    }));
    const repositories = [{ name: 'acme/widgets', defaultBranch: 'main', pullRequests }];
    const now = '2017-05-09T00:00:00Z';
    const github = await startGitHub({ data: dataSet({ repositories }), now });
    onTestFinished(() => github.close());
    const withToken = {
      ...{ ...variables, GH_TOKEN: github.token, GITHUB_GRAPHQL_URL: github.graphqlUrl },
      ...{ GITHUB_SERVER_URL: 'https://github.com' },
    };
    const run = async (folder: string) => {
      const argv = [...week, '--repo', 'acme/widgets', '--no-cache', '-o', '-'];
      return (await devreport(folder, argv, { variables: withToken, now })).stderr;
    };
    const first = await run(await temporaryFolder());
    expect(first).toContain('No config: sections from the labels of acme/widgets: Knobs, Levers,');
    const folder = await temporaryFolder();
    await save(folder, { 'devreport.yml': 'sections: [{ title: Everything }]' });
    const costs = [first, await run(folder)].map((text) => /\d+ requests?, \d+ points?/.exec(text));
    expect(costs[0]?.[0]).toBe(costs[1]?.[0]);
    expect(costs[0]).not.toBeNull();
  });
});

test('the sample, and LinuxKit, keep the default sections, and nothing is said', async () => {
  const folder = await temporaryFolder();
  const facts = snapshot({ pullRequests: [pull(1, { files: files('kernel/a') })] });
  await save(folder, { 'week.json': serialiseSnapshot(facts) });
  const titles = ['Core', 'Kernel', 'Packages', 'Testing'];
  const runs: string[][] = [
    ['--source', 'week.json'],
    ['--source', 'sample'],
    ['--source', 'sample', '--repo', 'moby/tool'],
  ];
  for (const args of runs) {
    const { sections, line } = await sectionsIn(folder, ...args);
    expect(sections.map(([title]) => title)).toEqual(titles);
    expect(line).toBeUndefined();
  }
});
