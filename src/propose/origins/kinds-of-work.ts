import { type KindOfWork, kinds } from '../kinds.ts';
import {
  createProposal,
  createSection,
  otherSection,
  type Proposal,
  type ProposedSection,
} from '../proposal.ts';

/**
 * For a repository without another origin of sections: kinds of work that every project has, by the
 * labels that GitHub gives every new repository, by how commits are titled, and by usual paths.
 */
export function kindsOfWork(): Proposal {
  const other = otherSection();
  const { features, fixes, documentation, tests } = kinds;
  const sections = [...[features, fixes, documentation, tests].map(sectionOf), other];
  return createProposal('by kind of work', sections, {
    notes: ['Nothing in the repository suggests sections.'],
    fallback: other.title,
  });
}

function sectionOf({ title, labels, types, paths }: KindOfWork): ProposedSection {
  return createSection(title, {
    labels: [...labels],
    // As in Conventional Commits, `fix(cli)!: …`, or with a slash.
    titles: [`^(${types.join('|')})(\\([^)]*\\))?!?[:/]`],
    ...(paths && { paths: [...paths], share: 1 }),
  });
}
