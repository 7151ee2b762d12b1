import { type Decisions, withParts } from './decide.ts';
import type { Draft, Section } from './draft.ts';
import type { Edited } from './edited.ts';
import type { Gaps } from './gaps.ts';
import type { Homes } from './homes.ts';
import { gapAtEnd } from './region-end.ts';
import { pathsTo, type Region, regionWithHeading } from './regions.ts';

/** Where a new section comes, and the level of its heading there. */
interface Place {
  gap: number;
  depth: number;
}

/**
 * The sections that have new entries but no home in the file, with the headings above them, unless
 * the editor deleted those.
 */
export function missingSections(
  edited: Edited,
  draft: Draft,
  decisions: Decisions,
  homes: Homes,
): Section[] {
  const paths = draft.sections
    .filter((section) => !homes(section.path) && hasNew(section, decisions))
    .flatMap(({ path }) =>
      pathsTo(path).filter((above) => above === path || !isRecorded(edited, above)),
    );
  return draft.sections.filter(({ path }) => paths.includes(path) && !homes(path));
}

/**
 * Inserts sections beside what they stand next to in the draft.
 *
 * @returns what of the draft was inserted with them
 */
export function insertSections(
  missing: readonly Section[],
  edited: Edited,
  draft: Draft,
  decisions: Decisions,
  homes: Homes,
  gaps: Gaps,
): Section['elements'] {
  const places = new Map<Section, Place>();
  return missing.flatMap((section) => {
    const place = placeOf(section, edited, draft, homes, places);
    places.set(section, place);
    if (section.heading)
      gaps.addBlock(place.gap, `${'#'.repeat(place.depth)} ${section.heading.markdown}`);
    const isOld = isRecorded(edited, section.path);
    const elements = withParts(section, decisions).filter((element) =>
      element.kind === 'entry' ? decisions.added.has(element) : !isOld,
    );
    for (const element of elements) {
      if (element.kind === 'entry') gaps.addItem(place.gap, element.bullet.content);
      else gaps.addBlock(place.gap, element.markdown);
    }
    return elements;
  });
}

function hasNew(section: Section, decisions: Decisions): boolean {
  return withParts(section, decisions).some(
    (element) => element.kind === 'entry' && decisions.added.has(element),
  );
}

function isRecorded({ record }: Edited, path: string): boolean {
  return record.sections.some((section) => section.path === path);
}

/** Beside the nearest section of the draft that is in the file; of two as near, below the upper one. */
function placeOf(
  section: Section,
  edited: Edited,
  { sections }: Draft,
  homes: Homes,
  places: ReadonlyMap<Section, Place>,
): Place {
  const { regions, blocks } = edited.page;
  const index = sections.indexOf(section);
  for (let distance = 1; distance < sections.length; distance++) {
    const upper = sections[index - distance];
    const placed = upper && places.get(upper);
    if (upper && placed)
      return { gap: placed.gap, depth: depthBeside(section, upper, placed.depth) };
    const above = upper && homes(upper.path)?.region;
    if (upper && above) {
      const theirs = regionWithHeading(regions, upper.path)?.heading?.depth;
      const depth = depthBeside(section, upper, theirs);
      return { gap: gapAtEnd(edited, withSubsections(regions, above, depth)), depth };
    }
    const lower = sections[index + distance];
    const below = lower && homes(lower.path)?.region;
    if (lower && below?.heading) {
      const gap = blocks.findIndex(({ node }) => node === below.heading);
      const theirs = regionWithHeading(regions, lower.path)?.heading?.depth;
      return { gap, depth: depthBeside(section, lower, theirs) };
    }
  }
  return { gap: gapAtEnd(edited), depth: section.heading?.depth ?? 1 };
}

/** The editor may have put all headings a level up or down. */
function depthBeside({ heading }: Section, beside: Section, theirs: number | undefined): number {
  const depth = heading?.depth ?? 1;
  const shift = theirs !== undefined && beside.heading ? theirs - beside.heading.depth : 0;
  return Math.min(6, Math.max(1, depth + shift));
}

function withSubsections(regions: readonly Region[], region: Region, depth: number): Region {
  const next = regions[region.index + 1];
  return (next?.heading?.depth ?? 0) > depth && next
    ? withSubsections(regions, next, depth)
    : region;
}
