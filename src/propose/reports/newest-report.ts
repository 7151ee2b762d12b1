import { toString } from 'mdast-util-to-string';
import { partsOfKey } from '../../item/item-id.ts';
import type { Project } from '../project.ts';
import type { ShownChanges } from '../proposal.ts';

/** The pull requests that the newest report cites, with its own words as their titles: those of the link, or around it. */
export function newestReport({ reports }: Pick<Project, 'reports'>): ShownChanges {
  const found = new Map(
    (reports.at(-1)?.citations ?? [])
      .filter(({ pull }) => pull)
      .toReversed()
      .map(({ item, node, bullet }) => {
        const [repository] = partsOfKey(item);
        const words = toString(node);
        const title = /\p{L}{2}/u.test(words) || !bullet ? words : toString(bullet.node);
        return [item, { repository, title: title.trim(), labels: [], paths: [] }] as const;
      }),
  );
  return { name: 'The last report', what: 'pull request', changes: [...found.values()].reverse() };
}
