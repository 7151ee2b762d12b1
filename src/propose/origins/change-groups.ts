import { createSection, type Proposal, proposalFromFile } from '../proposal.ts';
import type { ChangeGroups } from '../settings/change-group.ts';

/** The groups of a tool that makes the project's changelog or checks its titles. */
export function fromChangeGroups({ path, groups, fallback }: ChangeGroups): Proposal {
  const why = [`${path} has this group.`];
  const sections = groups.map(({ title, titles = [], paths = [] }) =>
    createSection(title, { titles, paths, why }),
  );
  const rest = fallback === null ? [] : [createSection(fallback, { why })];
  return proposalFromFile(path, [...sections, ...rest], { fallback });
}
