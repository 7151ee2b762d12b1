import { describe, expect, test } from 'vitest';
import { propose } from '../../../src/propose/propose.ts';
import { changes, project, titlesOf } from '../project.ts';

describe('labels on GitHub', () => {
  test('of the group for areas, with the folders of the same name', () => {
    const found = propose(
      project({
        labels: ['kind/bug', 'area/kernel', 'kind/feature', 'good first issue', 'area/build-tools'],
        changes: changes([3, ['kernel/a', 'docs/b']]),
      }),
    );
    expect(found.source).toBe('from the labels of linuxkit/linuxkit');
    expect(found.sections.map(({ title, labels, paths }) => [title, labels, paths])).toEqual([
      ['Kernel', ['area/kernel'], ['kernel/**']],
      ['Build tools', ['area/build-tools'], []],
      ['Other', [], []],
    ]);
  });

  test.each([
    [
      ['type: bug', 'type: docs'],
      ['Bug', 'Documentation', 'Other'],
    ],
    [
      ['A-net', 'A-io', 'C-bug', 'C-docs'],
      ['Net', 'I/O', 'Other'],
    ],
    [
      ['component::ui', 'component::api'],
      ['UI', 'API', 'Other'],
    ],
  ])('%j', (labels, titles) => {
    expect(titlesOf({ labels })).toEqual(titles);
  });

  test('without a group of at least two are not used', () => {
    expect(propose(project({ labels: ['bug', 'help wanted', 'area/kernel'] })).source).toBe(
      'by kind of work',
    );
  });
});
