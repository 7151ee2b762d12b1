import { expect, test } from 'vitest';
import { asPhrase, inPastTense } from '../../src/compose/verbs.ts';

test.each([
  ['Add a lever', 'add a lever', 'Added a lever'],
  ['fix: make it go', 'fix: make it go', 'fix: make it go'],
  ['drop the old API', 'drop the old API', 'Dropped the old API'],
  ['Docker 17.12', 'Docker 17.12', 'Docker 17.12'],
  ['`add` is faster', '`add` is faster', '`add` is faster'],
  ['Simplify', 'Simplify', 'Simplify'],
  ['constructor of things', 'constructor of things', 'constructor of things'],
])('%s', (text, phrase, past) => {
  expect(asPhrase(text)).toBe(phrase);
  expect(inPastTense(text)).toBe(past);
});
