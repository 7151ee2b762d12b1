import fc from 'fast-check';
import type { InlineCode, Paragraph } from 'mdast';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/markdown/escape.ts';
import { codeSpansIn } from '../../src/markdown/code-spans.ts';
import { foreignParts } from '../../src/markdown/foreign-parts.ts';
import { plainLine } from '../../src/markdown/plain-text.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { formatMarkdown } from '../support/format.ts';
import { hostileText } from '../support/hostile.ts';
import { runs } from '../support/runs.ts';

/** The parts in one text, with code in backticks and addresses in brackets. */
const parts = (line: string) =>
  foreignParts(line)
    .map(({ kind, text }) =>
      kind === 'code' ? `‹${text}›` : kind === 'address' ? `<${text}>` : text,
    )
    .join('');

describe('what GitHub finds nothing in stays as it is', () => {
  test.each([
    'Bump cc@1.4.3 and checkout@v4',
    'actions/checkout@v4, user@host, react@18.0.0-rc.1',
    'foo#12bar, C#7 and a#',
    'Read www, std::vec::Vec, main.c:12:5 and foo:bar:baz',
    'Use $HOME, $PATH/bin, $5 and $6',
    '`odd backtick, $(rm -rf /)',
    'at @1.4.3 or @ 5, email@, @',
    'snake_case and __init__.py in window.location',
    'issue 12, # 12, GH-x, gh12',
  ])('%s', (line) => {
    expect(parts(line)).toBe(line);
    expect(foreignParts(line)).toEqual([{ kind: 'text', text: line }]);
  });

  test.each([
    'Bump cc@1.4.3, checkout@v4 and actions/checkout@v4',
    'window.location, maps:/x, snake_case, a_1',
    'See (https://example.com/a_b), https://x.example:80/?q=a&b=%20#c.',
  ])('also as Markdown: %s', (line) => {
    expect(formatMarkdown(escapeMarkdown(line)).replaceAll(/[<>]/g, '')).toBe(`${line}\n`);
  });
});

describe('what GitHub would link or replace is code, with its word', () => {
  test.each([
    ['Thank @ann, (@bob) and @octo_corp!', 'Thank ‹@ann›, (‹@bob›) and ‹@octo_corp›!'],
    ["Read @ann's and @bob's.", "Read ‹@ann›'s and ‹@bob›'s."],
    ['Bump @types/node to @types/node@20.1', 'Bump ‹@types/node› to ‹@types/node@20.1›'],
    ['Revert "Fix #13: frob (#35)"', 'Revert "Fix ‹#13›: frob (‹#35›)"'],
    ['GH-4, gh-5 and octo/widgets#6', '‹GH-4›, ‹gh-5› and ‹octo/widgets#6›'],
    ['修复@ann的问题', '修复‹@ann›的问题'],
    ['Mail me@x.example or react@18.0.0-rc', 'Mail ‹me@x.example› or ‹react@18.0.0-rc›'],
    ['www.x.example', '‹www.x.example›'],
    [':tada: :ref: b0:de:ad', '‹:tada:› :ref: ‹b0:de:ad›'],
    ['the $x + y$ and $$z$$', 'the ‹$x› + y$ and ‹$$z$$›'],
    ['call(@x) and f(@x).y', '‹call(@x)› and ‹f(@x).y›'],
    ['https://github.com/o/n/issues/12', '‹https://github.com/o/n/issues/12›'],
    ['github.com/o/n/pull/12', '‹github.com/o/n/pull/12›'],
    ['https://github.com/ann', '‹https://github.com/ann›'],
    ['[x](https://x.example)', '‹[x](https://x.example)›'],
  ])('%s', (line, expected) => {
    expect(parts(line)).toBe(expected);
  });
});

describe('an address links to itself', () => {
  test.each([
    ['See https://x.example/a_b.', 'See <https://x.example/a_b>.'],
    ['(https://x.example)', '(<https://x.example>)'],
    ['https://x.example/(a)', '‹https://x.example/(a)›'],
    ['https://x.example/a的', '‹https://x.example/a›的'],
    ['ftp://x.example', '‹ftp://x.example›'],
  ])('%s', (line, expected) => {
    expect(parts(line)).toBe(expected);
  });
});

describe('code', () => {
  test.each([
    ['Use `a` and ``b`c``', 'Use ‹a› and ‹b`c›'],
    ['`` `a` ``', '‹`a`›'],
    ['`a ``b`', '‹a ``b›'],
    ['an `odd', 'an `odd'],
    ['` `', '` `'],
    ['`@ann` `#12` $`x`$', '‹@ann› ‹#12› ‹$›‹x›$'],
    ['`foo`@bar', '‹foo›‹@bar›'],
  ])('%s', (line, expected) => {
    expect(parts(line)).toBe(expected);
  });

  test('is what CommonMark takes for it', () => {
    const line = fc
      .array(fc.constantFrom('`', '``', '```', 'a', ' b', 'c '), { maxLength: 20 })
      .map((pieces) => `x${plainLine(pieces.join(''))}x`)
      .filter((text) => !/`\s+`/.test(text));
    fc.assert(
      fc.property(line, (text) => {
        const [paragraph] = parseMarkdown(text).children as Paragraph[];
        const codes = paragraph?.children.filter(
          (node): node is InlineCode => node.type === 'inlineCode',
        );
        expect(codeSpansIn(text).map(({ code }) => code)).toEqual(codes?.map(({ value }) => value));
      }),
      runs(300),
    );
  });

  test('is found in linear time', () => {
    const line = Array.from({ length: 4_000 }, (_, length) => '`'.repeat(length % 700)).join(' ');
    expect(codeSpansIn(line).length).toBeGreaterThan(0);
    expect(foreignParts('@a:'.repeat(50_000)).length).toBeGreaterThan(0);
  });

  test('off, backticks are text', () => {
    expect(foreignParts('Use `a`', false)).toEqual([{ kind: 'text', text: 'Use `a`' }]);
  });
});

test('the text that is left has nothing for GitHub', () => {
  const piece = fc.constantFrom(
    ...['@ann', '@a-b', '@org/team', '#12', 'GH-1', 'o/n#3', ':tada:', ':+1:', '$', 'a@b.example'],
    ...[
      'www.x',
      'https://x',
      '.',
      ' ',
      '/',
      '-',
      '_',
      ':',
      '(',
      ')',
      '`',
      'a',
      '1',
      'é',
      '，',
      '@',
      '#',
    ],
  );
  const line = fc.oneof(
    hostileText.map(plainLine),
    fc.array(piece, { maxLength: 12 }).map((pieces) => plainLine(pieces.join(''))),
  );
  fc.assert(
    fc.property(line, (text) => {
      for (const part of foreignParts(text)) {
        if (part.kind !== 'text') continue;
        // The published rules of GitHub's filters, for each text between other elements.
        expect(part.text).not.toMatch(
          /(?:^|\W)@[a-z\d][a-z\d-]*(?![a-z\d-])(?:\/|(?=\.+(?:\W|$)|[^\w.]|$))/i,
        );
        expect(part.text).not.toMatch(/(?:^|[^\w])(?:#|gh-)\d+\b|\w\/[\w.-]+#\d+\b/i);
        expect(part.text).not.toMatch(/:(?:tada|\+1):/);
        expect(part.text).not.toMatch(
          /https?:\/\/\w|(?<![a-z\d])www\.\w|\w@[\w-]+(?:\.[\w-]+)*\.[a-z]+(?![\w-]|\.[a-z\d])/i,
        );
      }
    }),
    runs(300),
  );
});
