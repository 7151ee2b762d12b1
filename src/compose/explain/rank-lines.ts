import type { IssueRank } from './explanation.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { many } from '../../markdown/many.ts';
import { field, shortName } from './fields.ts';

/** The rank of an issue among the active ones, and the one before it. */
export function rankLines(
  { position, total, limit, behind, ...attention }: IssueRank,
  snapshot: Snapshot,
): string[] {
  const shown = limit < total ? `; ${limit} are shown` : '';
  return [
    field('rank', `${position} of ${total}: ${attentionText(attention)} in the period${shown}`),
    ...(behind
      ? [
          field(
            '',
            `behind ${shortName(behind, snapshot)}: ${attentionText(behind)}${isTie(attention, behind) ? '; in a tie, the newer comes first' : ''}`,
          ),
        ]
      : []),
  ];
}

type Counts = Pick<IssueRank, 'people' | 'posts'>;

function attentionText({ people, posts }: Counts): string {
  return `${many(people, 'person', 'people')}, ${many(posts, 'post')}`;
}

function isTie(a: Counts, b: Counts): boolean {
  return a.people === b.people && a.posts === b.posts;
}
