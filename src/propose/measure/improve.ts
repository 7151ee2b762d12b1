import { allOf } from '../../markdown/quote.ts';
import { meaningOf } from '../meaning.ts';
import type { Project } from '../project.ts';
import type { Origin, ProposedSection } from '../proposal.ts';
import { type SectionCandidate, candidateOf, dividedNext } from './candidate.ts';
import { isForDependencies } from './dependencies.ts';
import { spreadScore } from './spread.ts';

/** How often sections are completed by those of another origin. */
const ROUNDS = 2;
/** With fewer, it is chance how well sections divide them. */
const ENOUGH_CHANGES = 10;
/** How much better the changes have to be divided for sections of two origins. */
const LEAST_GAIN = 0.05;

/** Completes sections as long as another origin has some for what they leave together. */
export function improve(
  base: SectionCandidate,
  origins: readonly Origin[],
  project: Project,
): SectionCandidate {
  let best = base;
  if (project.tried.length < ENOUGH_CHANGES) return best;
  for (let round = 0; round < ROUNDS; round += 1) {
    const together = dividedNext(best);
    if (together === null) break;
    const least = spreadScore(best.spread) + LEAST_GAIN;
    const [better] = origins
      .flatMap((origin, rank) => divide(best, together, { origin, rank }, project))
      .filter((one) => spreadScore(one.spread) >= least && hasSectionOf(one, base))
      .toSorted(
        (a, b) =>
          // Kinds of work and parts of the project are a mixture: rather more rules for the same sections.
          added(a, best) - added(b, best) || spreadScore(b.spread) - spreadScore(a.spread),
      );
    if (!better) break;
    best = better;
  }
  return best;
}

/** Whether a candidate still has a section of the one that it completes: of several sections, the small are left out. */
function hasSectionOf({ proposal }: SectionCandidate, base: SectionCandidate): boolean {
  const { sections, fallback } = base.proposal;
  const own = new Set(sections.map(({ title }) => title).filter((title) => title !== fallback));
  return proposal.sections.some(({ title }) => own.has(title));
}

/** 1 where a candidate has sections that the one before lacks. */
function added(one: SectionCandidate, before: SectionCandidate): number {
  return one.proposal.sections.some(({ title }) => !before.spread.changes.has(title)) ? 1 : 0;
}

/**
 * The sections with those that an origin finds in the changes of one of them, which then claim before it
 * or replace it.
 */
function divide(
  { proposal, spread, sources: before, notes, base, rank: own }: SectionCandidate,
  together: string,
  { origin, rank }: { origin: Origin; rank: number },
  project: Project,
): SectionCandidate[] {
  const tried = spread.changes.get(together) ?? [];
  const inside = origin({
    ...project,
    tried,
    titles: tried.map(({ title }) => title),
    changes: tried.map(({ paths, written = paths }) => written),
  });
  if (!inside) return [];
  const fallback = proposal.fallback ?? '';
  const [others, last] = withLast(
    proposal.sections.filter(({ title }) => title !== together && title !== fallback),
  );
  const rest = proposal.sections.filter(({ title }) => title === fallback);
  const whole = proposal.sections.filter(({ title }) => title === together && title !== fallback);
  const parts = inside.sections.filter(({ title }) => meaningOf(title) !== meaningOf(fallback));
  if (parts.length === 0) return [];
  const sources = [...new Set([...before, inside.source])];
  const source = allOf(sources);
  const attempt = (sections: readonly ProposedSection[]): SectionCandidate[] => {
    const found = candidateOf(
      { ...proposal, source, notes: [...notes], sections: [...sections] },
      rank,
      project,
    );
    return found ? [{ ...found, sources, base, rank: Math.max(own, rank) }] : [];
  };
  return [
    ...attempt([...others, ...parts, ...whole, ...last, ...rest]),
    ...(whole.length > 0 ? attempt([...others, ...parts, ...last, ...rest]) : []),
  ];
}

/** Sections, and apart from them that for dependencies where it is the last one. */
function withLast(sections: readonly ProposedSection[]): [ProposedSection[], ProposedSection[]] {
  const end = isForDependencies(sections.at(-1)?.title ?? '') ? -1 : sections.length;
  return [sections.slice(0, end), sections.slice(end)];
}
