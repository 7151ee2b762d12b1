import { expect, test } from 'vitest';
import { categorise } from '../../src/categorise/categorise.ts';
import { config } from '../support/report.ts';
import { files, pull, snapshot } from '../support/snapshot.ts';

const facts = snapshot({
  pullRequests: [
    pull(1, { files: files('packages/ui/button.js') }),
    pull(2, { files: files('docs/a.md') }),
    pull(3, { files: files('packages/ui-kit/a.js') }),
  ],
});

test('a path that names a folder claims what is below it', () => {
  const sections = [
    { title: 'UI', paths: ['packages/ui'] },
    { title: 'Docs', paths: ['docs/'] },
    { title: 'Other' },
  ];
  const { merged } = categorise(facts, config({ sections, fallback: 'other' }));
  expect(merged.map(({ decision: { section, pattern } }) => [section, pattern])).toEqual([
    ['ui', 'packages/ui'],
    ['docs', 'docs/'],
    ['other', ''],
  ]);
});

test('a path that names a folder excludes what only changes files below it', () => {
  const { excluded } = categorise(facts, config({ exclude: { paths: ['packages/ui', 'docs/'] } }));
  expect(excluded.map(({ item }) => 'number' in item && item.number)).toEqual([1, 2]);
});
