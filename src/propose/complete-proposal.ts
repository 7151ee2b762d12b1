import { pathMatch } from '../categorise/match.ts';
import { accompaniesOtherWork } from './heading.ts';
import type { YearOfChanges } from './project.ts';
import { otherSection, type Proposal, type ProposedSection } from './proposal.ts';

/** With the one for everything else; more give no overview. */
const MOST = 13;

/**
 * Adds what an origin leaves open: joins sections of the same title, keeps the busiest if there are
 * too many, puts their claims in order, and adds a section for everything else.
 */
export function completeProposal(found: Proposal, changes: YearOfChanges): Proposal {
  const other = otherSection();
  const all = joinSameTitles([...found.sections, ...(found.fallback === null ? [other] : [])]);
  const fallback = all.find(({ title }) => sameTitle(title, found.fallback ?? other.title))?.title;
  const measured = all.map((section) => measure(section, changes));
  const { kept, dropped } = keepBusiest(measured, fallback);
  const notes = dropped.length > 0 ? [`Too many sections; left out: ${dropped.join(', ')}.`] : [];
  return {
    ...found,
    notes: [...found.notes, ...notes],
    sections: withClaims(kept),
    fallback: fallback ?? null,
  };
}

function sameTitle(title: string, other: string): boolean {
  return title.toLowerCase() === other.toLowerCase();
}

interface MeasuredSection {
  section: ProposedSection;
  /** The indexes of the changes that touched its paths. */
  changes: ReadonlySet<number>;
}

function joinSameTitles(sections: readonly ProposedSection[]): ProposedSection[] {
  const byTitle = new Map<string, ProposedSection>();
  for (const section of sections) {
    const key = section.title.toLowerCase();
    const same = byTitle.get(key);
    byTitle.set(key, same ? join(same, section) : section);
  }
  return [...byTitle.values()];
}

/** Keeps `share` only if both have it: what the section without it matches would be lost. */
function join({ share, ...a }: ProposedSection, b: ProposedSection): ProposedSection {
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

function measure(section: ProposedSection, changes: YearOfChanges): MeasuredSection {
  if (section.paths.length === 0 || changes.length === 0) return { section, changes: new Set() };
  const match = pathMatch(section.paths);
  const touched = changes.flatMap((paths, index) =>
    paths.some((path) => match(path) !== null) ? [index] : [],
  );
  const why = `${touched.length} of ${changes.length} changes in the last year touched its paths.`;
  return { section: { ...section, why: [...section.why, why] }, changes: new Set(touched) };
}

function keepBusiest(
  all: readonly MeasuredSection[],
  fallback: string | undefined,
): { kept: MeasuredSection[]; dropped: string[] } {
  const size = ({ section, changes }: MeasuredSection) =>
    section.title === fallback ? Infinity : changes.size;
  const busiest = new Set(all.toSorted((a, b) => size(b) - size(a)).slice(0, MOST));
  return {
    kept: all.filter((one) => busiest.has(one)),
    dropped: all.filter((one) => !busiest.has(one)).map(({ section }) => section.title),
  };
}

/**
 * Sections that mostly change alone claim before those that mostly change with others. Tests,
 * documentation and examples accompany any work, so they claim last.
 */
function withClaims(all: readonly MeasuredSection[]): ProposedSection[] {
  const claimants = all.filter(({ section }) => section.labels.length + section.paths.length > 0);
  const order = claimants
    .map((claimant) => ({
      claimant,
      accompanies: [claimant.section.title, ...claimant.section.labels].some(accompaniesOtherWork),
      alone: shareAlone(claimant, claimants),
    }))
    .toSorted((a, b) => Number(a.accompanies) - Number(b.accompanies) || b.alone - a.alone)
    .map(({ claimant }) => claimant);
  const asListed = order.every((claimant, index) => claimant === claimants[index]);
  return all.map((one) => {
    const claims = order.indexOf(one) + 1;
    return { ...one.section, ...(claims > 0 && !asListed && { claims }) };
  });
}

/** The part of a section's changes that touched no other section's paths. */
function shareAlone(one: MeasuredSection, all: readonly MeasuredSection[]): number {
  if (one.changes.size === 0) return 0;
  const others = all.filter((other) => other !== one);
  const alone = [...one.changes].filter(
    (change) => !others.some(({ changes }) => changes.has(change)),
  );
  return alone.length / one.changes.size;
}
