import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseAlike } from '../../src/markdown/alike/parse-alike.ts';
import { parseMarkdown } from '../../src/markdown/processor.ts';
import { runs } from '../support/runs.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();
const parse = (text: string) => remark.parse(text);

/** The tree, and how much of the text was parsed for it. */
function parsed(text: string) {
  let length = 0;
  const count = (part: string) => {
    length = part.length;
    return parse(part);
  };
  const root = parseAlike(text, count, 0);
  return { root, length };
}

const entries = Array.from(
  { length: 20 },
  (_, i) =>
    `- Fix ${'very '.repeat(i)}\`thing-${i}\` of \\[${i * 7}] [#${i}](https://github.com/a/b/pull/${i}) @person-${i}.`,
);

test('of lines that differ in words, few are parsed', () => {
  const text = ['# Week', '', ...entries, '', 'The end of it.', ''].join('\n');
  const { root, length } = parsed(text);
  expect(root).toEqual(parse(text));
  expect(length).toBeLessThan(text.length / 4);
});

test('a line in which the parser gives up has its number in the whole text', () => {
  const items = Array.from({ length: 300 }, (_, i) => `- Fix ${i} of the others`);
  const text = [...items, '', `${'>'.repeat(120)} deep`].join('\n');
  expect(() => parseMarkdown(text, 'week.md')).toThrow(/^week\.md:302: more than/);
});

const oneOf = (list: string) => fc.constantFrom(...list.split('¦'));
const word = oneOf('word¦Two words¦a¦7¦x_y¦ünï¦\uE00012\uE001¦a-b.c/d¦[word]');
/** What decides how a line is parsed. */
const syntax = oneOf(
  ' ¦  ¦*¦**¦_¦__¦~¦~~¦`¦``¦\\¦\\*¦\\`¦\\\\¦\\<¦\\[¦[¦]¦(¦)¦[x](y)¦](y*)¦](a_b_)¦](¦[#1](https://a.b/c)¦. ¦, ¦: ¦! ' +
    '¦" ¦\'¦= ¦+¦|¦#¦#12¦@a¦ & ¦{{¦}}¦$¦^',
);
/** Where words may decide, too. */
const special = oneOf(
  '](¦![a](b)¦[x]¦[ ] ¦[^1]¦[^b]¦[a]: b¦[a][]¦[x](y "z")¦<¦<7>¦<b>¦</b>¦<!-- ¦-->¦https://a.b/c¦www.a.b¦a@b.c' +
    '¦&amp;¦&#35;¦# ¦12. ¦- ¦> ¦---¦===¦```¦| - |¦\t¦<https://a.b>¦/¦://¦w',
);
const piece = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 8, arbitrary: syntax },
  { weight: 1, arbitrary: special },
);
const bullet = fc.oneof(
  { weight: 20, arbitrary: fc.constant('- ') },
  { weight: 1, arbitrary: fc.constantFrom('* ', '-  ', '-', '  - ', '1. ', '', '> - ', '- - ') },
);
const line = fc
  .tuple(bullet, fc.array(piece, { minLength: 1, maxLength: 8 }))
  .map(([start, pieces]) => start + pieces.join(''));

const kinds = fc.array(line, { minLength: 1, maxLength: 4 });
const others = fc.array(
  fc.constantFrom('other', 'some more words', 'b', '345', 'www', 'x', 'http'),
  {
    minLength: 8,
    maxLength: 8,
  },
);

/** Texts in which lines come back with other words, and so with the same shape. */
const text = fc
  .tuple(kinds, others, fc.array(fc.nat(63), { minLength: 8, maxLength: 40 }))
  .map(([lines, words, picks]) =>
    picks
      .map((pick) =>
        pick === 0
          ? ''
          : (lines[pick % lines.length] ?? '').replace(/word|a|7/g, words[pick >> 3] ?? ''),
      )
      .join('\n'),
  );

describe('the tree is that of all lines', () => {
  test('whatever they are made of', () => {
    fc.assert(
      fc.property(text, (text) => {
        expect(parsed(text).root).toEqual(parse(text));
      }),
      runs(1000),
    );
  });
});
