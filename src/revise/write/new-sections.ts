import type { Draft, DraftElement, DraftLeaf, DraftSection } from '../../report/draft/draft.ts';
import { isBelow, pathsTo, type ReportSection } from '../../report/sections.ts';
import { type Writing, newPart, withParts } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { PlaceOf } from '../match/section-places.ts';
import type { BlockInsertions } from './block-insertions.ts';
import { endOfSection } from './section-end.ts';

/** Where a new section goes, and the level of its heading there. */
interface InsertionPoint {
  /** The index of the block that it goes before. */
  before: number;
  depth: number;
}

/**
 * The sections that have new entries but no place in the file, with the headings above them, unless
 * the file has other sections below those headings.
 */
export function missingSections(
  edited: EditedReport,
  draft: Draft,
  decisions: Writing,
  placeOf: PlaceOf,
): DraftSection[] {
  const known = [...draft.sections, ...edited.record.sections].map(({ path }) => path);
  const isInFile = (above: string) => known.some((path) => isBelow(path, above) && placeOf(path));
  const paths = draft.sections
    .filter((section) => !placeOf(section.path) && hasNew(section, decisions))
    .flatMap(({ path }) => pathsTo(path).filter((above) => above === path || !isInFile(above)));
  return draft.sections.filter(({ path }) => paths.includes(path) && !placeOf(path));
}

/**
 * Inserts sections beside their neighbours in the draft.
 *
 * @returns the elements of the draft that were inserted with them
 */
export function insertSections(
  missing: readonly DraftSection[],
  edited: EditedReport,
  draft: Draft,
  decisions: Writing,
  placeOf: PlaceOf,
  insertions: BlockInsertions,
): DraftElement[] {
  const points = new Map<DraftSection, InsertionPoint>();
  return missing.flatMap((section) => {
    const point = insertionPoint(section, edited, draft, placeOf, points);
    points.set(section, point);
    if (section.heading)
      insertions.addBlock(point.before, `${'#'.repeat(point.depth)} ${section.heading.markdown}`);
    const wasOffered = isRecorded(edited.record, section.path);
    const isNew = (leaf: DraftLeaf) =>
      leaf.kind === 'entry' ? decisions.added.has(leaf) : !wasOffered;
    const elements = withParts(section.elements, decisions).flatMap(
      (element) => newPart(element, decisions, isNew) ?? [],
    );
    for (const element of elements) insertions.add(point.before, element);
    return elements;
  });
}

function hasNew(section: DraftSection, decisions: Writing): boolean {
  const isNew = (leaf: DraftLeaf) => leaf.kind === 'entry' && decisions.added.has(leaf);
  return withParts(section.elements, decisions).some((one) => newPart(one, decisions, isNew));
}

export function isRecorded({ sections }: EditedReport['record'], path: string): boolean {
  return sections.some((section) => section.path === path);
}

/** Beside the nearest section of the draft that is in the file, below the same headings if there is one. */
function insertionPoint(
  section: DraftSection,
  edited: EditedReport,
  { sections }: Draft,
  placeOf: PlaceOf,
  points: ReadonlyMap<DraftSection, InsertionPoint>,
): InsertionPoint {
  const { report } = edited;
  const index = sections.indexOf(section);
  for (const other of byNearness(section, sections)) {
    const point = points.get(other);
    if (point) return { before: point.before, depth: depthBeside(section, other, point.depth) };
    const found = placeOf(other.path)?.section;
    if (!found) continue;
    const isItsOwn = sections.every(
      ({ path }) => path === other.path || placeOf(path)?.section !== found,
    );
    const depth = isItsOwn
      ? depthBeside(section, other, found.heading?.depth)
      : depthBelow(section, found);
    const goesAbove = isItsOwn && sections.indexOf(other) > index;
    if (!goesAbove) {
      const last = withSubsections(report.sections, found, depth);
      return { before: endOfSection(edited, last), depth };
    }
    const before = report.blocks.findIndex(({ node }) => node === found.heading?.node);
    if (before >= 0) return { before, depth };
  }
  return { before: endOfSection(edited), depth: section.heading?.depth ?? 1 };
}

/** The other sections: those below the same headings first, then by distance; of two at the same distance the upper one first. */
function byNearness(section: DraftSection, sections: readonly DraftSection[]): DraftSection[] {
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

/** The editor may have moved all headings a level up or down. */
function depthBeside(
  { heading }: DraftSection,
  beside: DraftSection,
  inFile: number | undefined,
): number {
  const depth = heading?.depth ?? 1;
  const shift = inFile !== undefined && beside.heading ? inFile - beside.heading.depth : 0;
  return Math.min(6, Math.max(1, depth + shift));
}

/** Inside a section of the file that holds several of the draft. */
function depthBelow({ heading }: DraftSection, section: ReportSection): number {
  const depth = heading?.depth ?? 1;
  return section.heading ? Math.min(depth, section.heading.depth + 1) : depth;
}

/** The last of a section and those below it. */
export function withSubsections(
  sections: readonly ReportSection[],
  section: ReportSection,
  depth: number,
): ReportSection {
  const next = sections[section.index + 1];
  return (next?.heading?.depth ?? 0) > depth && next
    ? withSubsections(sections, next, depth)
    : section;
}
