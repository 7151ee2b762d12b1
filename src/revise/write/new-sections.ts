import { type Decisions, withParts } from '../decide.ts';
import type { Draft, Section } from '../../report/draft.ts';
import type { Edited } from '../match/edited.ts';
import type { Gaps } from './gaps.ts';
import type { Homes } from '../match/homes.ts';
import type { Record } from '../../report/record.ts';
import { gapAtEnd } from './region-end.ts';
import { isBelow, pathsTo, type Region } from '../../report/regions.ts';

/** Where a new section comes, and the level of its heading there. */
interface Place {
  gap: number;
  depth: number;
}

/**
 * The sections that have new entries but no home in the file, with the headings above them, unless
 * the editor left sections below those headings without them.
 */
export function missingSections(
  edited: Edited,
  draft: Draft,
  decisions: Decisions,
  homes: Homes,
): Section[] {
  const known = [...draft.sections, ...edited.record.sections].map(({ path }) => path);
  const isLeftOut = (above: string) => known.some((path) => isBelow(path, above) && homes(path));
  const paths = draft.sections
    .filter((section) => !homes(section.path) && hasNew(section, decisions))
    .flatMap(({ path }) => pathsTo(path).filter((above) => above === path || !isLeftOut(above)));
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
    const isOld = isRecorded(edited.record, section.path);
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

export function isRecorded({ sections }: Record, path: string): boolean {
  return sections.some((section) => section.path === path);
}

/** Beside the nearest section of the draft that is in the file, below the same headings if there is one. */
function placeOf(
  section: Section,
  edited: Edited,
  { sections }: Draft,
  homes: Homes,
  places: ReadonlyMap<Section, Place>,
): Place {
  const index = sections.indexOf(section);
  for (const other of byNearness(section, sections)) {
    const placed = places.get(other);
    if (placed) return { gap: placed.gap, depth: depthBeside(section, other, placed.depth) };
    const region = homes(other.path)?.region;
    if (!region) continue;
    const isOwn = sections.every(
      ({ path }) => path === other.path || homes(path)?.region !== region,
    );
    const depth = isOwn
      ? depthBeside(section, other, region.heading?.depth)
      : depthBelow(section, region);
    const isAbove = isOwn && sections.indexOf(other) > index;
    if (!isAbove)
      return { gap: gapAtEnd(edited, withSubsections(edited.page.regions, region, depth)), depth };
    const gap = edited.page.blocks.findIndex(({ node }) => node === region.heading);
    if (gap >= 0) return { gap, depth };
  }
  return { gap: gapAtEnd(edited), depth: section.heading?.depth ?? 1 };
}

/** The other sections, those below the same headings first, then by their distance; of two as near the upper one first. */
function byNearness(section: Section, sections: readonly Section[]): Section[] {
  const index = sections.indexOf(section);
  const above = pathsTo(section.path);
  return sections
    .map((other, at) => ({
      other,
      shared: pathsTo(other.path).filter((path) => above.includes(path)).length,
      distance: Math.abs(at - index),
    }))
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance)
    .map(({ other }) => other);
}

/** The editor may have put all headings a level up or down. */
function depthBeside({ heading }: Section, beside: Section, theirs: number | undefined): number {
  const depth = heading?.depth ?? 1;
  const shift = theirs !== undefined && beside.heading ? theirs - beside.heading.depth : 0;
  return Math.min(6, Math.max(1, depth + shift));
}

/** Inside a region that holds several sections, or none by itself. */
function depthBelow({ heading }: Section, region: Region): number {
  const depth = heading?.depth ?? 1;
  return region.heading ? Math.min(depth, region.heading.depth + 1) : depth;
}

function withSubsections(regions: readonly Region[], region: Region, depth: number): Region {
  const next = regions[region.index + 1];
  return (next?.heading?.depth ?? 0) > depth && next
    ? withSubsections(regions, next, depth)
    : region;
}
