import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openClone } from '../../../../src/collect/git/clone/open-clone.ts';
import { MergedBranches } from '../../../../src/collect/git/people/merged-branches.ts';
import { readGraph } from '../../../../src/collect/git/people/read-graph.ts';
import { runs } from '../../../support/runs.ts';
import { environment, git, History } from '../repository.ts';
import { AT } from './branches.ts';

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

it('are what git lists for each merge of the default branch, in any history', async () => {
  const branch = fc.integer({ min: 0, max: 3 });
  const step = fc.record({ on: branch, from: fc.array(branch, { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      const history = new History();
      const names = ['main', 'a', 'b', 'c'];
      const root = history.commit({ message: 'Begin', at: AT });
      const tips = new Map(names.map((name) => [name, root]));
      for (const { on, from } of steps) {
        const name = names[on] ?? '';
        const own = tips.get(name) ?? root;
        const merged = from.map((other) => tips.get(names[other] ?? '') ?? root);
        const parents = [...new Set([own, ...merged])];
        tips.set(name, history.commit({ message: 'work', at: AT, branch: name, parents }));
      }
      const directory = history.write();
      const clone = await openClone(directory, environment, new AbortController().signal);
      const tip = git(directory, ['rev-parse', 'main']);
      const options = { folder: undefined, now: AT, onUnusable: () => undefined };
      const { graph } = await readGraph(clone, tip, options);
      const branches = new MergedBranches(graph, graph.numberOf(tip) ?? -1);
      const merges = git(directory, ['rev-list', '--first-parent', '--merges', 'main']);
      for (const merge of lines(merges)) {
        const expected = ['rev-list', '--no-merges', `${merge}^1..${merge}`, `^${merge}^1`];
        const wanted = lines(git(directory, expected)).filter((hash) => hash !== merge);
        const found = branches.broughtIn(graph.numberOf(merge) ?? -1, null, () => false);
        expect(found.map((commit) => graph.columns.hashes[commit]).toSorted()).toEqual(
          wanted.toSorted(),
        );
      }
      const all = lines(git(directory, ['rev-list', 'main']));
      expect(
        graph.columns.hashes.filter((_, commit) => branches.isReachable(commit)).toSorted(),
      ).toEqual(all.toSorted());
    }),
    runs(6),
  );
});

it('follows a chain of many merges', async () => {
  const history = new History();
  let tip = history.commit({ message: 'Begin', at: AT });
  for (let depth = 0; depth < 3_000; depth += 1) {
    const on = { at: AT, branch: `b${String(depth % 2)}` };
    const base = history.commit({ message: 'base', ...on, parents: [tip] });
    tip = history.commit({ message: 'merge', ...on, parents: [base, tip] });
  }
  const main = history.commit({ message: 'Side', at: AT, branch: 'main' });
  history.commit({ message: 'Merge', at: AT, parents: [main, tip] });
  const directory = history.write();
  const clone = await openClone(directory, environment, new AbortController().signal);
  const end = git(directory, ['rev-parse', 'main']);
  const { graph } = await readGraph(clone, end, {
    ...{ folder: undefined, now: AT, onUnusable: () => undefined },
  });
  const branches = new MergedBranches(graph, graph.numberOf(end) ?? -1);
  expect(branches.broughtIn(graph.numberOf(end) ?? -1, null, () => false)).toHaveLength(3_000);
});
