import type { Project } from '../project.ts';
import type { Origin, Proposal } from '../proposal.ts';
import { type SectionCandidate, candidateOf, isUnderOneHeading, mostTrusted } from './candidate.ts';
import { improve } from './improve.ts';
import { claimsTooFew, spreadScore } from './spread.ts';

/**
 * The sections that divide the latest changes best, of what each origin proposes; where several do nearly as
 * well, those of the most trusted one. Sections that leave too much together are completed by those that
 * other origins find in it.
 *
 * @param declared by the project itself, the most trusted first
 * @param observed in what happened, also the most trusted first
 * @returns null when no origin has sections; and notes on those that were not used
 */
export function bestCandidate(
  declared: readonly Origin[],
  observed: readonly Origin[],
  project: Project,
): { candidate: SectionCandidate | null; unused: string[] } {
  const origins = [...declared, ...observed];
  const found = origins.map((origin, rank) => {
    const proposal = origin(project);
    return { proposal, candidate: proposal && candidateOf(proposal, rank, project) };
  });
  const candidates = found
    .flatMap(({ candidate: one }) => (one ? [one, improve(one, origins, project)] : []))
    // Others complete what the project declares; what is only observed is no more trusted than they are.
    .map((one) => ({ ...one, rank: one.base < declared.length ? one.base : one.rank }))
    .toSorted((a, b) => a.rank - b.rank || spreadScore(b.spread) - spreadScore(a.spread));
  const good = candidates.filter((one) => !isUnderOneHeading(one));
  const candidate = mostTrusted(good) ?? mostTrusted(candidates);
  const unused = found
    .slice(0, candidate?.base)
    .flatMap(({ proposal, candidate: one }) => (proposal ? whyUnused(proposal, one) : []));
  return { candidate, unused };
}

/** @param candidate null when too few of its sections have any change */
function whyUnused(proposal: Proposal, candidate: SectionCandidate | null): string[] {
  const { source, sections, fallback } = proposal;
  if (!candidate && sections.filter(({ title }) => title !== fallback).length < 2)
    return proposal.whenTooFew ?? [];
  const why =
    candidate === null || claimsTooFew(candidate.spread)
      ? 'they match too few of the changes'
      : 'others divide the changes better';
  return [`Sections ${source} were not used: ${why}.`];
}
