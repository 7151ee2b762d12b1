import { withoutGroup } from './label-name.ts';
import { meaningOf } from './meaning.ts';
import type { Project } from './project.ts';
import type { Proposal } from './proposal.ts';

/**
 * Adds to sections the labels of their meaning that the issue forms give: a pull request that resolves such an
 * issue is claimed by them, too.
 */
export function withIssueLabels(
  proposal: Proposal,
  { issueLabels = [] }: Pick<Project, 'issueLabels'>,
): Proposal {
  const sections = proposal.sections.map((section) => {
    const known = new Set(section.labels.map((label) => label.toLowerCase()));
    const added = issueLabels.filter(
      (label) =>
        !known.has(label.toLowerCase()) &&
        section.title !== proposal.fallback &&
        meaningOf(withoutGroup(label)) === meaningOf(section.title),
    );
    if (added.length === 0) return section;
    const why = [...section.why, `New issues get the label ${added.join(', ')} from a form.`];
    return { ...section, labels: [...section.labels, ...added], why };
  });
  return { ...proposal, sections };
}
