import type { ProposedSection } from './proposal.ts';

/**
 * A section that claims what either of two claims, with the title of the first, or another. It keeps `share` only if both
 * have it: what the section without it matches would be lost.
 */
export function joinSections(
  { share, ...a }: ProposedSection,
  b: ProposedSection,
  title = a.title,
): ProposedSection {
  const union = (x: readonly string[], y: readonly string[]) => [...new Set([...x, ...y])];
  const every = a.paths.length === 0 ? b.share : b.paths.length === 0 ? share : share && b.share;
  return {
    ...a,
    title,
    labels: union(a.labels, b.labels),
    titles: union(a.titles, b.titles),
    paths: union(a.paths, b.paths),
    ...(every && { share: every }),
    why: union(a.why, b.why),
  };
}
