import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tagRelease } from '../../../scripts/release/tag-release.ts';
import { git } from '../../collect/git/repository.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** A checkout whose source ignores dist/, as this one, and what a build put into it. */
async function built(): Promise<string> {
  const folder = await temporaryFolder();
  git(folder, ['init', '--quiet', '--initial-branch', 'main']);
  await mkdir(join(folder, 'dist/templates'), { recursive: true });
  const files = {
    '.gitignore': 'dist/\n',
    '.gitattributes': '* text=auto eol=lf\n',
    'action.yml': 'name: devreport\n',
    'dist/action.js': 'run();\n',
    'dist/templates/weekly.js': 'export {};\n',
    'dist/dictionary.br': '\0\r\n\xff',
  };
  for (const [path, text] of Object.entries(files))
    await writeFile(join(folder, path), text, 'latin1');
  git(folder, ['add', '.']);
  git(folder, ['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'Begin']);
  return folder;
}

const lines = (text: string) => text.split('\n');

test('the tagged tree is the source and dist/, byte for byte', async () => {
  const folder = await built();
  const before = git(folder, ['status', '--porcelain', '--ignored', '--branch']);
  const commit = tagRelease(folder, '1.2.3');
  expect(lines(git(folder, ['diff', '--name-status', 'main', 'v1.2.3']))).toEqual([
    'A\tdist/action.js',
    'A\tdist/dictionary.br',
    'A\tdist/templates/weekly.js',
  ]);
  const bytes = git(folder, ['hash-object', '--no-filters', 'dist/dictionary.br']);
  expect(git(folder, ['rev-parse', 'v1.2.3:dist/dictionary.br'])).toBe(bytes);
  expect(lines(git(folder, ['rev-list', 'v1.2.3']))).toEqual([
    commit,
    git(folder, ['rev-parse', 'main']),
  ]);
  // Nothing else moved.
  expect(git(folder, ['status', '--porcelain', '--ignored', '--branch'])).toBe(before);
  expect(await readFile(join(folder, 'dist/action.js'), 'utf8')).toBe('run();\n');
});

test('the tag of the major version moves, that of a version never', async () => {
  const folder = await built();
  const first = tagRelease(folder, '1.2.3');
  expect(git(folder, ['rev-parse', 'v1'])).toBe(first);
  await writeFile(join(folder, 'dist/action.js'), 'runBetter();\n');
  const second = tagRelease(folder, '1.3.0');
  expect(git(folder, ['rev-parse', 'v1'])).toBe(second);
  expect(() => tagRelease(folder, '1.2.3')).toThrow('already exists');
  expect(git(folder, ['rev-parse', 'v1.2.3'])).toBe(first);
});

test('a build that git would change, or without the Action, is refused', async () => {
  const folder = await built();
  await writeFile(join(folder, 'dist/action.js'), 'run();\r\n');
  expect(() => tagRelease(folder, '1.2.3')).toThrow('A\tdist/action.js');
  await rm(join(folder, 'dist/action.js'));
  expect(() => tagRelease(folder, '1.2.3')).toThrow('dist/action.js is missing.');
  expect(git(folder, ['tag', '--list'])).toBe('');
});
