import { conventionalTitle } from '../conventional-title.ts';
import { titleMatch } from '../../categorise/match.ts';
import { kinds } from '../kinds.ts';
import type { Project } from '../project.ts';
import { createProposal, createSection, type Proposal } from '../proposal.ts';

/** The share of the titles that must name a kind of work for the titles to be conventional. */
const CONVENTIONAL = 0.5;
/** The share of the titles below which a kind of work is not a section. */
const LEAST_SHARE = 0.03;

/** The kinds of work that the titles of the changes name as in Conventional Commits: `fix(cli): …`. */
export function fromTitles({ titles }: Project): Proposal | null {
  const found = Object.values(kinds).map(({ title, types }) => {
    const source = conventionalTitle({ types });
    const matches = titleMatch([source]);
    return { title, source, count: titles.filter((text) => matches(text) !== null).length };
  });
  const conventional = found.reduce((sum, { count }) => sum + count, 0);
  if (conventional < Math.max(1, titles.length * CONVENTIONAL)) return null;
  const sections = found
    .filter(({ count }) => count >= Math.max(2, titles.length * LEAST_SHARE))
    .map(({ title, source, count }) =>
      createSection(title, {
        titles: [source],
        why: [`${count} of ${titles.length} titles begin so.`],
      }),
    );
  return createProposal('from the conventional titles of the changes', sections);
}
