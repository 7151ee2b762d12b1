import { expect, test } from 'vitest';
import { titleRules } from '../../../src/propose/learn/title-rules.ts';

test('a section gets its five most frequent beginnings, each at least two titles', () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six'];
  const examples = words.flatMap((word, index) =>
    Array.from({ length: index + 1 }, () => ({ title: `${word}: Change`, heading: 'Core' })),
  );
  const more = [1, 2].map(() => ({ title: 'seven: Change', heading: 'Core' }));
  expect(titleRules([...examples, ...more]).map(({ source }) => source)).toEqual(
    ['six', 'five', 'four', 'three', 'seven'].map((word) => `^${word}[:/]`),
  );
});
