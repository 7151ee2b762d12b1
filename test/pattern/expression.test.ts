import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expressionAtStart, parseExpression } from '../../src/pattern/expression.ts';
import { runs } from '../support/runs.ts';

const matches = (source: string, text: string) => parseExpression(source).matches?.(text);
const problem = (source: string) => parseExpression(source).problem;

/** Sources of ordinary expressions. */
const source: fc.Arbitrary<string> = fc.letrec<{ expression: string; term: string; atom: string }>(
  (tie) => ({
    expression: fc
      .array(fc.array(tie('term'), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
      .map((alternatives) => alternatives.map((terms) => terms.join('')).join('|')),
    term: fc.oneof(
      { withCrossShrink: true },
      tie('atom'),
      fc.constantFrom('^', '$', '\\b', '\\B'),
      fc
        .tuple(tie('atom'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{1,3}', '{0,}', '{0}'))
        .map((parts) => parts.join('')),
    ),
    atom: fc.oneof(
      { withCrossShrink: true, depthSize: 'small' },
      fc.constantFrom(...Array.from('abAK:/ é')),
      fc.constantFrom('.', '\\w', '\\d', '\\s', '\\W', '\\.', '\\u0061', '\\x41', '\\/', '\\-'),
      fc.constantFrom('[a-c]', '[^ab]', '[:/]', '[\\w-]', '[^]', '[]', '[k-z\\d]'),
      tie('expression').map((inner) => `(${inner})`),
      tie('expression').map((inner) => `(?:${inner})`),
    ),
  }),
).expression;

const title = fc
  .array(fc.constantFrom(...Array.from('abcAkK:/ é.-1\n\u212a\ud83d\ude00')), { maxLength: 12 })
  .map((units) => units.join(''));

const long = `${'a'.repeat(5_000)}!`;

describe('an expression', () => {
  test('matches what it matches in JavaScript', () => {
    fc.assert(
      fc.property(source, title, (expression, text) => {
        fc.pre(!problem(expression)?.startsWith('too'));
        expect(matches(expression, text)).toBe(new RegExp(expression, 'i').test(text));
      }),
      runs(1000),
    );
  });

  test.each([
    '^(a+)+$',
    '^(.+)+x$',
    '^(a|a)*$',
    '(a|aa)+$',
    '^(a*)*$',
    '^(?:a?){50}a{50}$',
    '(.*)(.*)(.*)(.*)(.*)(.*)x$',
    '(\\w+\\s?)+\\$',
    '((((a+)+)+)+)+$',
    '(a|b|ab)*c',
    '^(a{1,20}){1,20}$',
  ])('%s takes time proportional to the title', (expression) => {
    expect(matches(expression, long)).toBe(false);
  });

  test('whatever it is, a long title is soon read', () => {
    fc.assert(
      fc.property(source, title, (expression, text) => {
        matches(`^(?:${expression})*(?:${expression})+!$`, text.repeat(100));
      }),
      runs(200),
    );
  });

  test.each([
    ['(', 'not a regular expression'],
    ['a**', 'not a regular expression'],
    ['(?i:a)', 'not a regular expression'],
    [
      '^(?!docs)x',
      'not supported as a regular expression: (?!docs) looks around; write only what should match',
    ],
    [
      '(?<=a)b',
      'not supported as a regular expression: (?<=a) looks around; write only what should match',
    ],
    [
      '(a)\\1',
      'not supported as a regular expression: \\1 refers to a group; repeat what the group has',
    ],
    [
      '(?<x>a)\\k<x>',
      'not supported as a regular expression: \\k<x> refers to a group; repeat what the group has',
    ],
    ['(a{100}){100}', 'too large for a regular expression: use smaller numbers in {}'],
    ['(){999999999}', 'too large for a regular expression: use smaller numbers in {}'],
    [
      '((((a{99}){99}){99}){99}){99}',
      'too large for a regular expression: use smaller numbers in {}',
    ],
    ['a'.repeat(501), 'too long for a regular expression: 501 characters, at most 500'],
  ])('%s has a problem', (expression, expected) => {
    expect(problem(expression)).toBe(expected);
  });

  test('nests as deep as its length allows', () => {
    expect(matches(`${'('.repeat(249)}a${')'.repeat(249)}`, 'A')).toBe(true);
  });
});

describe('an expression at the start of a text', () => {
  // Repetitions of nothing are left out: JavaScript takes them back.
  const unit = fc.constantFrom('a', 'b', '.', '\\w', '[^a]', '/', '\\b', '$');
  const quantifier = fc.constantFrom('', '*', '+?', '*?', '+', '??', '?', '{1,3}', '{0,2}?');
  const repeated = fc
    .tuple(fc.constantFrom('a', 'b', '.', 'k'), quantifier)
    .map((parts) => parts.join(''));
  const group = fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', '\\w'), repeated, unit), {
        minLength: 1,
        maxLength: 3,
      }),
      quantifier,
    )
    .map(
      ([alternatives, times]) =>
        `(?:${alternatives.map((parts) => parts.join('')).join('|')})${times}`,
    );
  const some = fc
    .array(fc.oneof(unit, repeated, group), { maxLength: 5 })
    .map((parts) => parts.join(''));

  test('matches as much as in JavaScript', () => {
    fc.assert(
      fc.property(some, title, (expression, text) => {
        fc.pre(problem(expression) === undefined);
        const found = new RegExp(expression, 'iy').exec(text);
        expect(expressionAtStart(expression)(text)).toBe(found?.[0].length ?? null);
      }),
      runs(1000),
    );
  });

  test.each([
    ['\\[.*?\\] ', '[a] [b] c', 4],
    ['\\[.*\\] ', '[a] [b] c', 8],
    ['^fix(\\(.*?\\))?!?:\\s*', 'Fix(a)!: b', 9],
    ['b', 'ab', null],
    ['b*', 'ab', 0],
  ])('%s matches so much of %j: %j', (expression, text, length) => {
    expect(expressionAtStart(expression)(text)).toBe(length);
  });

  test.each(['^(a+)+$', '(a|aa)+$', '^(?:a?){50}a{50}$', '(.*)(.*)(.*)(.*)(.*)(.*)x'])(
    '%s takes time proportional to the text',
    (expression) => {
      expect(expressionAtStart(expression)(long)).toBeNull();
    },
  );
});
