import { expect, test } from 'vitest';
import { folderHeading, headingOf } from '../../src/propose/heading.ts';
import { meaningOf } from '../../src/propose/meaning.ts';

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
])('people write %s as %s', (name, heading) => {
  expect(headingOf(name)).toBe(heading);
});

test.each([
  ['packages/ui/src', 'UI'],
  ['.github', 'CI'],
  ['src', 'Source'],
  ['crates/parser', 'Parser'],
])('the folder %s is called %s', (folder, heading) => {
  expect(folderHeading(folder)).toBe(heading);
});
