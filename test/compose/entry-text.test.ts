import { describe, expect, test } from 'vitest';
import { entryTexts } from '../../src/compose/entry-text.ts';

/** The text of a title in a section that claimed it by a pattern for titles. */
function claimed(title: string, pattern: string): string {
  return entryTexts({ strip: [] })(
    { title, note: null, fallback: 'x' },
    { rule: 'titles', pattern },
  ).text;
}

function stripped(title: string, ...strip: string[]) {
  return entryTexts({ strip })({ title, note: null, fallback: 'Issue 1' }, null);
}

describe('in a section that claimed a title by its type', () => {
  test.each([
    ['fix(parser): frontmatter…', 'Frontmatter…'],
    ['fix!: read empty files.', 'Read empty files'],
    ['Fix: re-read it', 'Re-read it'],
    ['fix: don’t panic', 'Don’t panic'],
    ['fix: `read` fails', '`read` fails'],
    ['fix: iOS builds', 'iOS builds'],
    ['fix: foo_bar panics', 'foo_bar panics'],
    ['fix: foo.bar panics', 'foo.bar panics'],
    ['fix: v1.2 panics', 'v1.2 panics'],
    ['fix: src/main panics', 'src/main panics'],
    ['fix: npm installs', 'npm installs'],
    ['fix: rust-analyzer starts', 'rust-analyzer starts'],
    ['fix: état', 'État'],
    ['fix: ', 'fix:'],
    ['fix: …', 'fix: …'],
    ['fixture: add one', 'fixture: add one'],
    ['fix the parser', 'fix the parser'],
  ])('%s reads %s', (title, text) => {
    expect(claimed(title, '^fix')).toBe(text);
  });

  test.each([
    ['fix(parser): frontmatter', 'parser'],
    ['fix(parser): frontmatter', '^f'],
    ['kernel: Update to 4.4.66', '^kernels?[:/]'],
  ])('%s keeps its beginning where the pattern is %s', (title, pattern) => {
    expect(claimed(title, pattern)).toBe(title);
  });

  test('any other rule changes nothing', () => {
    const words = { title: 'fix: read it', note: null, fallback: 'x' };
    const textOf = entryTexts({ strip: [] });
    expect(textOf(words, { rule: 'labels', pattern: 'fix' }).text).toBe('fix: read it');
    expect(textOf(words, null).text).toBe('fix: read it');
  });
});

describe('text.strip', () => {
  test.each([
    ['[docs] add a page', ['\\[.*?\\] *'], 'Add a page'],
    ['[a] [b] c', ['\\[.*?\\] *'], '[b] c'],
    ['ABC-12: add it', ['^[A-Z]+-\\d+: '], 'Add it'],
    ['ABC-12: fix: add it', ['^[A-Z]+-\\d+: ', '^fix: '], 'Add it'],
    ['add [docs]', ['\\[.*?\\]'], 'add [docs]'],
  ])('%s without %j', (title, strip, text) => {
    expect(stripped(title, ...strip)).toEqual({ text, emptied: [] });
  });

  test('never empties a title, and says what would have', () => {
    expect(stripped('Wip: add it', '.*', '^wip: ')).toEqual({ text: 'Add it', emptied: ['.*'] });
    expect(stripped('Wip:', '^wip')).toEqual({ text: 'Wip:', emptied: ['^wip'] });
    expect(stripped('', '.*')).toEqual({ text: 'Issue 1', emptied: [] });
    expect(stripped('🎉', '.')).toEqual({ text: '🎉', emptied: [] });
  });
});

describe('the full stop at the end of a title', () => {
  test.each([
    ['Read it.', 'Read it'],
    ['Use `read`.', 'Use `read`'],
    ['Update to 4.4.66.', 'Update to 4.4.66'],
    ['Read it (again).', 'Read it (again)'],
  ])('%s goes', (title, text) => {
    expect(stripped(title).text).toBe(text);
  });

  test.each([
    'Wait...',
    'Wait…',
    'Read a, b etc.',
    'Read, e.g.',
    'In the U.S.',
    'Use `a.`',
    'Read it!',
    '.',
  ])('%s stays', (title) => {
    expect(stripped(title).text).toBe(title);
  });
});

test('a note stays as it is, and is longer than a title', () => {
  const textOf = entryTexts({ strip: ['.'] });
  const sentence = `fix: ${'many words '.repeat(50)}end.`;
  expect(textOf({ title: 'x', note: sentence, fallback: 'x' }, null).text).toBe(sentence);
  const long = textOf({ title: 'x', note: 'word '.repeat(1000), fallback: 'x' }, null).text;
  expect(long).toMatch(/^(?:word )+word…$/);
  expect(long.length).toBeLessThanOrEqual(2000);
});
