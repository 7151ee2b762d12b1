import { completeProposal } from '../complete-proposal.ts';
import type { Project } from '../project.ts';
import type { Proposal } from '../proposal.ts';
import { supportedOnly } from '../supported-only.ts';
import { withDependencies } from './dependencies.ts';
import { couldBeDivided, measureSpread, type Spread, spreadScore, tooLarge } from './spread.ts';

/** Sections that a config could have, and how they divide the latest changes. */
export interface SectionCandidate {
  proposal: Proposal;
  spread: Spread;
  /** What of the last month; null where this is too few to judge by. */
  lastMonth: Spread | null;
  /** Where its sections come from, and notes on these origins. */
  sources: readonly string[];
  notes: readonly string[];
  /** Of its origin, 0 for the most trusted one. */
  base: number;
  /** The lower, the more trusted; of sections of several origins, that of the least trusted one. */
  rank: number;
}

/** Fewer sections are no use. */
const LEAST = 2;
/** With fewer changes in a month, it is chance how sections divide them. */
const ENOUGH_CHANGES = 20;
/** How much better sections have to divide the changes than those that are more trusted. */
const MARGIN = 0.2;

/** The proposal with all that a config needs, and its spread; null when its sections are too few. */
export function candidateOf(
  found: Proposal,
  rank: number,
  project: Project,
): SectionCandidate | null {
  // A folder or a label of invisible characters gives no heading.
  const sections = found.sections.filter(({ title }) => title !== '');
  const dividing = supportedOnly({ ...found, sections });
  const proposal = completeProposal(withDependencies(dividing, project), project);
  const fallback = proposal.fallback ?? '';
  if (proposal.sections.filter(({ title }) => title !== fallback).length < LEAST) return null;
  const spread = measureSpread(proposal.sections, fallback, project.tried);
  const lastMonth =
    project.month.length < ENOUGH_CHANGES
      ? null
      : measureSpread(proposal.sections, fallback, project.month);
  const { source, notes } = found;
  return { proposal, spread, lastMonth, sources: [source], notes, base: rank, rank };
}

/** Of candidates in the order of their ranks, the first that divides the changes nearly as well as the best. */
export function mostTrusted(candidates: readonly SectionCandidate[]): SectionCandidate | null {
  const best = Math.max(...candidates.map(({ spread }) => spreadScore(spread)));
  return candidates.find(({ spread }) => spreadScore(spread) >= best - MARGIN) ?? null;
}

/** Whether one section has so much, of the latest changes or of the last month, that the report would be nearly one list. */
export function isUnderOneHeading({ spread, lastMonth }: SectionCandidate): boolean {
  return tooLarge(spread) !== null || (lastMonth !== null && tooLarge(lastMonth) !== null);
}

/** The section of a candidate that others could divide; null for none. */
export function dividedNext({ spread, lastMonth }: SectionCandidate): string | null {
  return tooLarge(spread) ?? (lastMonth && tooLarge(lastMonth)) ?? couldBeDivided(spread);
}
