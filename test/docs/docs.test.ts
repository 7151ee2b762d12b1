import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Slugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';
import { codeLines, type Document, nodesOf, readDocuments, root } from './documents.ts';

const documents = await readDocuments();

describe.each(documents.map((document) => [document.path, document] as const))(
  '%s',
  (path, document) => {
    test('leads to files and headings that exist', () => {
      const links = (['link', 'image', 'definition'] as const)
        .flatMap((type) => nodesOf(document, type))
        .map(({ url }) => url)
        .filter((url) => !/^[a-z]+:/.test(url));
      expect(links.filter((url) => !leadsSomewhere(path, url))).toEqual([]);
    });

    test('names paths that exist', () => {
      const named = codeLines(document).flatMap((line) => line.split(/\s+/).filter(isPath));
      expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    });

    test('names scripts of npm that exist', () => {
      const named = [...document.text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
    });

    test('names commands and options that exist', async () => {
      const help = await helpText();
      const calls = codeLines(document).flatMap(callOf);
      expect(calls.flatMap((call) => unknownIn(call, help))).toEqual([]);
    });
  },
);

function leadsSomewhere(from: string, url: string): boolean {
  const [file = '', anchor] = url.split('#', 2);
  const path = file === '' ? from : join(from, '..', file);
  if (anchor === undefined) return existsSync(join(root, path));
  const target = documents.find((document) => document.path === path);
  return target !== undefined && anchors(target).includes(anchor);
}

/** As GitHub makes them of headings. */
function anchors(document: Document): string[] {
  const slugger = new Slugger();
  return nodesOf(document, 'heading').map((heading) => slugger.slug(toString(heading)));
}

const ours = /^(?:\.\/)?(?:src|test|docs|lint|scripts|templates|bench|reports|\.ci|\.github)\//;
const source = /^[\w.-]+\/[\w./-]+\.(?:ts|js|hbs|css|json)$/;
/** Files of the reader's, in examples. */
const theirs = [
  'partials/entry.hbs',
  '.github/workflows/devreport.yml',
  '.github/workflows/pages.yml',
  '.vscode/tasks.json',
];

/** What says of itself that it is a path in the checkout. Patterns and what the build makes are none. */
function isPath(word: string): boolean {
  if (/[*<>{}]|^dist\//.test(word) || theirs.includes(word)) return false;
  return ours.test(word) || source.test(word);
}

/** What a line asks of devreport, or the option that a code span names. */
function callOf(line: string): string[] {
  const call = /^(?:.*&& )?(?:npx )?devreport(?: (.*))?$/.exec(line);
  if (call) return [call[1] ?? ''];
  return /^-[\w-]/.test(line) ? [line] : [];
}

async function helpText(): Promise<string> {
  const folder = await temporaryFolder();
  const commands = [[], ['explain'], ['init'], ['check'], ['edit'], ['publish']];
  const helps = await Promise.all(
    commands.map((command) => devreport(folder, [...command, '--help'])),
  );
  return helps.map(({ stdout }) => stdout).join('');
}

function unknownIn(call: string, help: string): string[] {
  const words = call.split(' ').filter((word) => word !== '');
  const options = words
    .filter((word) => /^--?[a-z]/i.test(word))
    .map((word) => word.replace(/[=,.;].*/, ''));
  const [command] = words.filter((word) => !word.startsWith('-')).slice(0, 1);
  const isCommand = command !== undefined && words[0] === command;
  return [
    ...options.filter((option) => !new RegExp(`(?<![\\w-])${option}(?![\\w-])`).test(help)),
    ...(isCommand && !new RegExp(`^  ${command} `, 'm').test(help) ? [command] : []),
  ];
}
