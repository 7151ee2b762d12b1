import { expect, test } from 'vitest';
import { factsOfHistory } from '../../src/propose/facts-of-project.ts';

test('merges of branches are no changes where few commits merge pull requests', () => {
  const titles = [
    ...['Lift it', "Merge branch 'stable'", "Merge remote-tracking branch 'origin/stable'"],
    ...["Merge branches 'sky' and 'sea'", 'Merge branches of the tree'],
  ];
  const history = titles.map((title) => ({ title, number: null, paths: ['a'] }));
  expect(factsOfHistory(history).titles).toEqual(['Lift it', 'Merge branches of the tree']);
});
