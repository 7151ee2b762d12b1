import { pathMatch } from '../categorise/match.ts';
import type { Known } from './known.ts';
import { goesAlong } from './names.ts';
import { type Proposal, type ProposedSection, section } from './proposal.ts';

/** With the one for everything else; more are no overview. */
const MOST = 13;

/**
 * A proposal that was not learned from reports, made whole: sections of one name joined, the busiest
 * chosen if there are too many, an order to claim in, and a section for everything else.
 */
export function finished(found: Proposal, changes: Known['changes']): Proposal {
  const other = section('Other', { why: ['Everything else.'] });
  const all = joinSameTitles([...found.sections, ...(found.fallback === null ? [other] : [])]);
  const fallback = all.find(({ title }) => isSame(title, found.fallback ?? other.title))?.title;
  const measures = all.map((one) => measured(one, changes));
  const { kept, left } = busiest(measures, fallback);
  const notes = left.length > 0 ? [`Left out, as there were too many: ${left.join(', ')}.`] : [];
  return {
    ...found,
    notes: [...found.notes, ...notes],
    sections: withClaims(kept),
    fallback: fallback ?? null,
  };
}

function isSame(title: string, other: string): boolean {
  return title.toLowerCase() === other.toLowerCase();
}

interface Measured {
  one: ProposedSection;
  /** Changes that its paths took part in. */
  changes: ReadonlySet<number>;
}

function joinSameTitles(sections: readonly ProposedSection[]): ProposedSection[] {
  const byTitle = new Map<string, ProposedSection>();
  for (const one of sections) {
    const key = one.title.toLowerCase();
    const same = byTitle.get(key);
    byTitle.set(key, same ? joined(same, one) : one);
  }
  return [...byTitle.values()];
}

/** With a share only if both have one: what else matches would be lost. */
function joined({ share, ...a }: ProposedSection, b: ProposedSection): ProposedSection {
  const union = (x: readonly string[], y: readonly string[]) => [...new Set([...x, ...y])];
  return {
    ...a,
    labels: union(a.labels, b.labels),
    titles: union(a.titles, b.titles),
    paths: union(a.paths, b.paths),
    ...(share && b.share && { share }),
    why: union(a.why, b.why),
  };
}

function measured(one: ProposedSection, changes: Known['changes']): Measured {
  if (one.paths.length === 0 || changes.length === 0) return { one, changes: new Set() };
  const match = pathMatch(one.paths);
  const touched = changes.flatMap((paths, index) =>
    paths.some((path) => match(path) !== null) ? [index] : [],
  );
  const why = `Its paths took part in ${touched.length} of the ${changes.length} changes of the last year.`;
  return { one: { ...one, why: [...one.why, why] }, changes: new Set(touched) };
}

function busiest(
  all: readonly Measured[],
  fallback: string | undefined,
): { kept: Measured[]; left: string[] } {
  const size = ({ one, changes }: Measured) => (one.title === fallback ? Infinity : changes.size);
  const chosen = new Set(all.toSorted((a, b) => size(b) - size(a)).slice(0, MOST));
  return {
    kept: all.filter((one) => chosen.has(one)),
    left: all.filter((one) => !chosen.has(one)).map(({ one }) => one.title),
  };
}

/**
 * What mostly changes alone claims before what mostly changes with others; tests, documentation and
 * examples, which go along with any work, claim last.
 */
function withClaims(all: readonly Measured[]): ProposedSection[] {
  const claimants = all.filter(({ one }) => one.labels.length + one.paths.length > 0);
  const order = claimants
    .map((claimant) => ({
      claimant,
      along: isCompany(claimant.one),
      alone: shareAlone(claimant, claimants),
    }))
    .toSorted((a, b) => Number(a.along) - Number(b.along) || b.alone - a.alone)
    .map(({ claimant }) => claimant);
  const asListed = order.every((claimant, at) => claimant === claimants[at]);
  return all.map((measure) => {
    const claims = order.indexOf(measure) + 1;
    return { ...measure.one, ...(claims > 0 && !asListed && { claims }) };
  });
}

/** Of the changes of a section's paths, those that no other section's took part in. */
function shareAlone(one: Measured, all: readonly Measured[]): number {
  if (one.changes.size === 0) return 0;
  const others = all.filter((other) => other !== one);
  const alone = [...one.changes].filter((at) => !others.some(({ changes }) => changes.has(at)));
  return alone.length / one.changes.size;
}

function isCompany({ title, labels }: ProposedSection): boolean {
  return [title, ...labels].some(goesAlong);
}
