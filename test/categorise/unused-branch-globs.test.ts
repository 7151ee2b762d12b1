import { expect, test } from 'vitest';
import { unusedBranchGlobs } from '../../src/categorise/unused-branch-globs.ts';
import { config } from '../support/report.ts';
import { pull, snapshot } from '../support/snapshot.ts';

const globs = (...list: string[]) => config({ branches: { default: list } });

test('a glob is used by the base of a pull request, or by a name of a default branch', () => {
  const facts = snapshot({
    pullRequests: [pull(1, { base: 'release/1.2' }), pull(2, { base: null })],
    defaultBranches: [{ repository: 'linuxkit/linuxkit', names: ['main', 'master'] }],
  });
  const settings = globs('release/*', 'master', 'releases/*', 'release', 'Main');
  expect(unusedBranchGlobs(facts, settings)).toEqual(['releases/*', 'release', 'Main']);
});

test('without a known branch nothing is said about any glob', () => {
  const facts = snapshot({ pullRequests: [pull(1, { base: null })] });
  expect(unusedBranchGlobs(facts, globs('nothing'))).toEqual([]);
});
