import { toString } from 'mdast-util-to-string';
import { partsOfKey } from '../../item/item-id.ts';
import type { Project } from '../project.ts';
import type { ShownChanges } from '../proposal.ts';

/** The pull requests that the newest report cites, with its own words as their titles. */
export function newestReport({ reports }: Pick<Project, 'reports'>): ShownChanges {
  const found = new Map(
    (reports.at(-1)?.citations ?? [])
      .filter(({ pull }) => pull)
      .toReversed()
      .map(({ item, node }) => {
        const [repository] = partsOfKey(item);
        return [item, { repository, title: toString(node), labels: [], paths: [] }] as const;
      }),
  );
  return { name: 'The last report', what: 'pull request', changes: [...found.values()].reverse() };
}
