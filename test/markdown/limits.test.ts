import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { isThorough, runs } from '../support/runs.ts';

const SIZE = 100_000;

function failure(text: string): UsageError {
  try {
    parseMarkdown(text, 'big.md');
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('it was parsed');
}

const filled = (part: string) => part.repeat(SIZE / part.length);
const numbered = (line: (index: number) => string) =>
  Array.from({ length: SIZE }, (_, index) => line(index)).join('');

/** Takes nine tenths of the steps, but little time, so that what comes after it soon takes the rest. */
const rules = '---\n'.repeat(7_700);

describe('a text that takes long to parse', () => {
  test('may take most of the steps', () => {
    expect(() => parseMarkdown(rules)).not.toThrow();
  });

  // Each takes 10 to 300 seconds without the limit, and some time with it.
  const growing: [string, string][] = [
    ['closing brackets', filled('](')],
    ['unmatched brackets', filled('x]')],
    ['emphasis that is not closed', filled('*a_ ')],
    ['emphasis in emphasis', '*a '.repeat(SIZE / 6) + ' a*'.repeat(SIZE / 6)],
    ['comments that are not closed', filled('x <!-- ')],
    ['an address of entities', `www.a.b/${filled('&a;')}x`],
    ['underlined headings', filled('a\n=\n')],
    ['empty quotes', filled('>\n\n')],
    ['lists in lists', filled('- a\n  - b\n')],
    ['a paragraph of many lines', filled('a b\n')],
  ];
  test.each(isThorough ? growing : growing.slice(0, 3))(
    'is refused: %s',
    { timeout: 20_000 },
    (_, text) => {
      const { code, message, hint } = failure(`${rules}\n${text}`);
      expect(code).toBe('markdown-too-complex');
      const [, line] = /^big\.md:(\d+): .* more than 50,000,000 steps\.$/.exec(message) ?? [];
      expect(Number(line)).toBeGreaterThan(7_700);
      expect(hint).toBeDefined();
    },
  );

  test('is refused in the line where it is', () => {
    expect(failure(`# Report\n\nWords.\n\n${filled('*a_ ')}\n`).message).toMatch(/^big\.md:5: /);
  });
});

describe('a text of many levels', () => {
  test.each([
    ['quotes', `Words.\n\n${'>'.repeat(3000)} a`, 3],
    ['lists', `Words.\n\n${'- '.repeat(3000)}a`, 3],
    ['numbered lists', `${'1. '.repeat(3000)}a`, 1],
    ['quotes and lists', `${'> - '.repeat(3000)}a`, 1],
    ['lists, line by line', numbered((at) => (at < 150 ? `${'  '.repeat(at)}- a\n` : '')), 101],
    ['emphasis', `${'*a '.repeat(150)}${' a*'.repeat(150)}`, 1],
  ])('is refused: %s', (_, text, line) => {
    const { code, message } = failure(text);
    expect(code).toBe('markdown-too-complex');
    expect(message).toBe(
      `big.md:${line}: more than 100 levels of quotes, lists, links and emphasis inside each other.`,
    );
  });

  test('is read up to the limit', () => {
    expect(() => parseMarkdown(`${'> '.repeat(99)}a`)).not.toThrow();
    expect(() => parseMarkdown(`${'- '.repeat(99)}a`)).not.toThrow();
  });
});

describe('a large report is read:', () => {
  const link = (index: number) => `[#${index}](https://github.com/acme/app/pull/${index})`;
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('');

  test.runIf(isThorough).each([
    [
      '2,000 entries with lists in them',
      lines(2000, (at) => `- Some **bold** words ${link(at)} @ann\n  - by _somebody_ else\n`),
    ],
    ['1,000 headings', lines(1000, (at) => `Heading ${at}\n---\n\n- Words ${link(at)}\n\n`)],
    ['one entry of 5,000 links', `- Updates${lines(5000, (at) => ` ${link(at)}`)}\n`],
    ['a paragraph that names 5,000 people', lines(5000, (at) => `@ann-${at}, `)],
    [
      'a table of 2,000 rows',
      `| a | b |\n|---|---|\n${lines(2000, (at) => `| ${link(at)} | b |\n`)}`,
    ],
    [
      '2,000 references',
      lines(2000, (at) => `- Words [#${at}]\n`) + lines(2000, (at) => `[#${at}]: x\n`),
    ],
  ])('%s', { timeout: 20_000 }, (_, text) => {
    expect(() => parseMarkdown(text)).not.toThrow();
  });
});

test('the limits change nothing in what is read', () => {
  const plain = unified().use(remarkParse).use(remarkGfm).freeze();
  const part = fc.constantFrom(
    ...[
      'a',
      'b c',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      '\t',
      '    ',
      '*',
      '**',
      '_',
      '~',
      '~~',
      '`',
      '``',
      '```',
    ],
    ...[
      '[',
      ']',
      '](',
      '](b)',
      '![',
      '[^a]',
      '[^a]: ',
      '[a]: b\n',
      '<',
      '>',
      '> ',
      '<b>',
      '<!--',
      '-->',
    ],
    ...[
      '- ',
      '1. ',
      '# ',
      '\n---\n',
      '\n===\n',
      '|',
      '\n|-|\n',
      '&',
      '&amp;',
      '\\',
      '\\*',
      'www.a.b',
      '(',
      ')',
    ],
    ...['https://a.b/', 'a@b.c', 'hw', 'é', '😀', '<https://a.b>', '$', '@ann', '#1', '[ ] '],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(parseMarkdown(text)).toEqual(plain.parse(text));
    }),
    runs(300),
  );
});
