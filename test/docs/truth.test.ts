import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rooms } from '../../lint/rooms.js';
import manifest from '../../package.json' with { type: 'json' };
import { configJsonSchema } from '../../scripts/config-reference.ts';
import { toReportJson } from '../../src/compose/report-json.ts';
import { compose } from '../../src/compose/compose.ts';
import { loadSample } from '../../src/collect/saved.ts';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { helpers } from '../../src/render/helpers.ts';
import { warningCodes } from '../../src/snapshot/warnings.ts';
import { temporaryFolder } from '../support/folder.ts';
import { config } from '../support/report.ts';
import { devreport } from '../support/run.ts';
import { type Document, fences, nodesOf, readDocument, readDocuments, root } from './documents.ts';

const commands = [
  'npm ci && npx devreport --week 2017-05-08 --source sample',
  'npm ci && npm test',
];

/** What a document says in code spans. */
async function spansOf(path: string): Promise<string[]> {
  return nodesOf(await readDocument(path), 'inlineCode').map(({ value }) => value);
}

/** Of a call as a shell has it. */
function argumentsOf(call: string): string[] {
  return call.replace(/^.*?devreport /, '').split(' ');
}

/** The lines for a shell that hold the words. */
function linesOf(document: Document, words: string): string[] {
  const lines = fences(document, 'sh').flatMap(({ value }) => value.split('\n'));
  return lines.filter((line) => line.includes(words));
}

/** What the document shows as printed, by some of its words. */
function blockWith(document: Document, words: string): string {
  return fences(document, 'text').find(({ value }) => value.includes(words))?.value ?? '';
}

test('every code of a warning is explained', async () => {
  const explained = [...(await spansOf('docs/sources.md')), ...(await spansOf('docs/output.md'))];
  expect(explained).toEqual(expect.arrayContaining(Object.keys(warningCodes)));
});

describe('the README', () => {
  test('begins with the two commands, and shows what the first prints in a checkout', async () => {
    const readme = await readDocument('README.md');
    const folder = await temporaryFolder();
    await cp(join(root, 'reports'), join(folder, 'reports'), { recursive: true });
    const [first, second] = nodesOf(readme, 'code');
    expect(first?.value.split('\n')).toEqual(commands);
    const { stderr } = await devreport(folder, argumentsOf(commands[0] ?? ''));
    expect(`${second?.value ?? ''}\n`).toBe(stderr);
    const fresh = await temporaryFolder();
    const anew = await devreport(fresh, argumentsOf(commands[0] ?? ''));
    expect(anew.stderr.trimEnd().split('\n').at(-1)).toBe(blockWith(readme, 'Wrote reports/'));
    const report = 'reports/2017-05-08.md';
    expect(await readFile(join(fresh, report), 'utf8')).toBe(
      await readFile(join(root, report), 'utf8'),
    );
  });

  test('shows what a rerun of an edited report prints', async () => {
    const readme = await readDocument('README.md');
    const [command = ''] = linesOf(readme, '--repo linuxkit/linuxkit --repo moby/tool').slice(-1);
    const folder = await temporaryFolder();
    const path = join(folder, 'reports/2017-05-08.md');
    await devreport(folder, argumentsOf(commands[0] ?? ''));
    const draft = await readFile(path, 'utf8');
    const edited = draft
      .replace(/^- .*(?= \[#1758\])/m, '- The options of `linuxkit run` were unified')
      .replace(/^- .*\[#1766\].*\n/m, '');
    await writeFile(path, edited);
    const { stderr } = await devreport(folder, argumentsOf(command));
    const story = blockWith(readme, 'kept in your words');
    expect(stderr.split('\n').slice(0, story.split('\n').length).join('\n')).toBe(story);
  });

  test('shows what the check of the published report prints', async () => {
    const readme = await readDocument('README.md');
    const [command = ''] = linesOf(readme, 'devreport check');
    const { stdout } = await devreport(root, argumentsOf(command));
    expect(stdout.trimEnd()).toBe(blockWith(readme, 'unbalanced-brackets'));
  });

  test('installs the tarball that npm makes', async () => {
    const { text } = await readDocument('README.md');
    expect(text).toContain(`npm install -g ./devreport-${manifest.version}.tgz`);
  });
});

describe('examples', () => {
  const configs = ['README.md', 'docs/config.md', 'docs/publishing.md'];
  test.each(configs)('the configs in %s are valid', async (path) => {
    const all = fences(await readDocument(path), 'yaml');
    const examples = all.filter(({ value }) => !value.includes('\njobs:'));
    expect(examples.length).toBeGreaterThan(0);
    for (const { value } of examples) expect(() => parseYamlConfig(value, path)).not.toThrow();
  });

  test('the template in docs/templates.md writes a report', async () => {
    const folder = await temporaryFolder();
    const [example] = fences(await readDocument('docs/templates.md'), 'handlebars');
    await writeFile(join(folder, 'mine.hbs'), example?.value ?? '');
    const args = ['--source', 'sample', '--template', 'mine.hbs', '-o', '-'];
    const { stdout, code } = await devreport(folder, args);
    expect(code).toBe(0);
    expect(stdout).toContain('# Development report for 8 May 2017\n\n## Core\n\n- Fix typo');
  });
});

describe('nothing is left out:', () => {
  test('every option of the config is in docs/config.md', async () => {
    const spans = await spansOf('docs/config.md');
    expect(optionsOf(configJsonSchema(), '').filter((path) => !spans.includes(path))).toEqual([]);
  });

  test('every helper and partial is in docs/templates.md', async () => {
    const spans = await spansOf('docs/templates.md');
    const partials = await readdir(join(root, 'templates/partials'));
    const names = [...Object.keys(helpers), ...partials.map((file) => basename(file, '.hbs'))];
    expect(names.filter((name) => !spans.includes(name))).toEqual([]);
  });

  test('every field of the JSON is in docs/output.md', async () => {
    const words = (await spansOf('docs/output.md')).flatMap((span) => span.split(/[^\w]+/));
    const report = toReportJson(compose(await loadSample(), config(), 0), '2017-05-08');
    expect(keysOf(report).filter((key) => !words.includes(key))).toEqual([]);
  });

  test('docs/architecture.md has a row for every room, in the order that lint keeps', async () => {
    const rows = tableRows(await readDocument('docs/architecture.md'));
    const named = rows.map((row) => /^`src\/([\w-]+)(?:\/|\.ts)`/.exec(row)?.[1] ?? row);
    const order = rooms.flatMap((room) => room.split('|'));
    const existing = await readdir(join(root, 'src'));
    const present = order.filter((room) => existing.some((name) => name.split('.')[0] === room));
    expect(named.slice(0, present.length)).toEqual(present);
    expect(existing.map((name) => name.split('.')[0]).toSorted()).toEqual(present.toSorted());
  });

  test('docs/architecture.md explains every folder of src/ with more than three files', async () => {
    const spans = await spansOf('docs/architecture.md');
    const files = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true });
    const counts = new Map<string, number>();
    for (const file of files.filter((entry) => entry.isFile())) {
      const folder = relative(root, file.parentPath).split(sep).join('/');
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const large = [...counts].filter(([, count]) => count > 3).map(([folder]) => `${folder}/`);
    const isExplained = (folder: string) =>
      spans.some(
        (span) => span === folder || (folder.split('/').length > 4 && folder.startsWith(span)),
      );
    expect(large.filter((folder) => folder !== 'src/' && !isExplained(folder))).toEqual([]);
  });

  test('every document can be reached from the README or another one', async () => {
    const documents = await readDocuments();
    const linked = new Set(
      documents.flatMap((document) =>
        nodesOf(document, 'link').map(({ url }) =>
          join(document.path, '..', url.split('#')[0] ?? ''),
        ),
      ),
    );
    const alone = documents.filter(({ path }) => path !== 'README.md' && !linked.has(path));
    expect(alone.map(({ path }) => path)).toEqual([]);
  });
});

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** `sections`, `sections[].title`, … */
function optionsOf({ properties = {} }: Schema, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, option]) => [
    `${prefix}${name}`,
    ...optionsOf(option, `${prefix}${name}.`),
    ...optionsOf(option.items ?? {}, `${prefix}${name}[].`),
  ]);
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return [...new Set([...keys, ...Object.values(value).flatMap(keysOf)])];
}

/** The text of the rows of tables, without their headings. */
function tableRows(document: Awaited<ReturnType<typeof readDocument>>): string[] {
  return nodesOf(document, 'table').flatMap(({ children: [, ...rows] }) =>
    rows.map(({ children: [first] }) => {
      const code = first?.children[0];
      return code?.type === 'inlineCode' ? `\`${code.value}\`` : '';
    }),
  );
}
