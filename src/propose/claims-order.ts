import { pathMatch } from '../categorise/match.ts';
import { accompaniesOtherWork } from './heading.ts';
import { isForDependencies } from './measure/dependencies.ts';
import type { YearOfChanges } from './project.ts';
import type { ProposedSection } from './proposal.ts';

/** The indexes of the changes that touched the paths of a section. */
export function touching({ paths }: ProposedSection, changes: YearOfChanges): ReadonlySet<number> {
  if (paths.length === 0) return new Set();
  const match = pathMatch(paths);
  return new Set(
    changes.flatMap((touched, index) =>
      touched.some((path) => match(path) !== null) ? [index] : [],
    ),
  );
}

interface MeasuredSection {
  section: ProposedSection;
  changes: ReadonlySet<number>;
}

/**
 * Sections that mostly change alone claim before those that mostly change with others. Tests,
 * documentation and examples accompany any work, so they claim last. A folder inside that of another section
 * claims before it.
 */
export function inClaimsOrder(
  sections: readonly ProposedSection[],
  changes: YearOfChanges,
): ProposedSection[] {
  const all = sections.map((section) => ({ section, changes: touching(section, changes) }));
  const claimants = all.filter(({ section: { labels, titles, paths } }) =>
    [labels, titles, paths].some((rules) => rules.length > 0),
  );
  const inside = new Map(
    claimants.map((one) => [one, claimants.filter((other) => contains(other, one))]),
  );
  const order = claimants
    .map((claimant) => ({
      claimant,
      turn: turnOf(claimant.section),
      // How many others are inside of it.
      holds: claimants.filter((other) => inside.get(other)?.includes(claimant)).length,
      alone: shareAlone(
        claimant,
        claimants.filter((other) => inside.get(claimant)?.includes(other) === false),
      ),
    }))
    .toSorted((a, b) => a.turn - b.turn || a.holds - b.holds || b.alone - a.alone)
    .map(({ claimant }) => claimant);
  const asListed = order.every((claimant, index) => claimant === claimants[index]);
  return all.map((one) => {
    const position = order.indexOf(one) + 1;
    const { claims: _claims, ...section } = one.section;
    return { ...section, ...(position > 0 && !asListed && { claims: position }) };
  });
}

/**
 * Bumps look like fixes and builds, and are asked for first. Tests, documentation and examples are asked for
 * last by their files, but first by their titles: `Fix a test` is about tests.
 */
function turnOf({ title, labels, titles, paths, share }: ProposedSection): number {
  if (isForDependencies(title)) return 0;
  if (![title, ...labels].some(accompaniesOtherWork)) return 2;
  return titles.length > 0 && (paths.length === 0 || share === 1) ? 1 : 3;
}

/** Whether all paths of a section are in folders of another one. */
function contains(outer: MeasuredSection, inner: MeasuredSection): boolean {
  if (outer === inner || inner.section.paths.length === 0) return false;
  const folders = outer.section.paths
    .filter((glob) => glob.endsWith('/**'))
    .map((glob) => glob.slice(0, -2));
  return inner.section.paths.every((glob) =>
    folders.some((folder) => glob.startsWith(folder) && glob !== `${folder}**`),
  );
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
