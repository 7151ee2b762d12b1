import { expect, test } from 'vitest';
import { folderHeading, headingOf, projectNames } from '../../src/propose/heading.ts';
import { meaningOf } from '../../src/propose/meaning.ts';
import { spellingsIn } from '../../src/propose/spellings-in.ts';

test.each([
  ['Codespace', 'Codespaces'],
  ['docs', '📝 Documentation updates'],
  ['Bug fixes', 'Fixes'],
  ['New features', 'enhancement'],
  ['Dependency Updates', 'deps'],
  ['GitHub Actions', 'CI'],
])('%s and %s mean the same', (a, b) => {
  expect(meaningOf(a)).toBe(meaningOf(b));
});

test.each([
  ['Build', 'Build and tests'],
  ['Net', 'Network'],
  ['Class', 'Classes of bus'],
  ['🐛', '🚀'],
])('%s and %s do not', (a, b) => {
  expect(meaningOf(a)).not.toBe(meaningOf(b));
});

test.each([
  ['docs', 'Documentation'],
  ['area/cli', 'CLI'],
  ['cli-tools', 'CLI tools'],
  ['macos', 'macOS'],
  ['build_tools', 'Build tools'],
  ['📚 docs', 'Documentation'],
  ['🏷️ core', 'Core'],
  ['HTTP/3', 'HTTP/3'],
  ['CI/CD', 'CI/CD'],
])('people write %s as %s', (name, heading) => {
  expect(headingOf(name)).toBe(heading);
});

test.each([
  ['packages/ui/src', 'UI'],
  ['.github', 'CI'],
  ['crates/parser', 'Parser'],
  ['lib/src', 'Library'],
  ['packages/acme/lib', 'Library'],
  ['src/aws', 'AWS'],
  ['apis', 'APIs'],
  ['src', 'Core'],
  ['Library/Acme', 'Core'],
  ['src/internal', ''],
  ['crates/acme-cli', 'CLI'],
  ['acme_text_layout', 'Text layout'],
  ['crates/acme-core', 'Acme core'],
])('the folder %s is called %s', (folder, heading) => {
  const spellings = spellingsIn([
    'Ask AWS twice',
    'aws: ask AWS',
    'src/aws: ask',
    'FIX it',
    'Fix it',
  ]);
  expect(folderHeading(folder, { project: new Set(['acme']), spellings })).toBe(heading);
});

test('a word that folders write as two is written as in titles', () => {
  const spellings = spellingsIn(['Let ExUnit wait', 'Ask ExUnit']);
  expect(folderHeading('lib/ex_unit', { project: new Set(), spellings })).toBe('ExUnit');
});

test('what the names of the owner and the repository begin with is in no heading', () => {
  const titled = (repository: string) =>
    folderHeading('crates/sky-parser', { project: projectNames(repository), spellings: new Map() });
  expect(titled('sky-labs/sky-tool')).toBe('Parser');
  expect(titled('sky-labs/tool')).toBe('Sky parser');
});
