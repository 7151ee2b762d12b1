import type { RootContent } from 'mdast';
import { partsOfKey } from '../../item/item-id.ts';
import { profileOf } from '../../item/profile.ts';
import { visit } from 'unist-util-visit';
import type { Bullet } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import { headingName } from '../reports/section-titles.ts';
import type { Model } from './model.ts';
import { kindByHeading, type PartKind } from './part-kind.ts';
import { type ListForm, listFormOf } from './list-form.ts';

/** A section of a model that has a list, or another part that devreport makes from the facts. */
export interface ModelPart {
  kind: PartKind;
  section: ReportSection;
  title: string;
  depth: number;
  /** The bullets in it that cite something, or name somebody. */
  bullets: Bullet[];
  /** Null for a heading above others. */
  list: ListForm | null;
  /** The repositories of the items in it, in lower case. */
  repositories: ReadonlySet<string>;
}

/** How a model is built. */
export interface Form {
  /** In its order. */
  parts: ModelPart[];
  /** Sections without facts, before and behind the last part. */
  editors: ReportSection[];
  closing: ReportSection[];
  /** How merged work is listed; that of its largest group. */
  merged: ListForm;
}

/** The form of a model; null when it lists no merged work. */
export function formOf(model: Model): Form | null {
  const found = partsIn(model);
  const merged = found.filter(({ kind, list }) => (kind === 'merged' || kind === 'group') && list);
  const bullets = merged.flatMap((part) => part.bullets);
  const list = listFormOf(bullets, model);
  if (!list) return null;
  const last = found.at(-1)?.section.index ?? 0;
  const known = new Set(found.map(({ section }) => section));
  const others = sectionsBelowTitle(model).filter(
    (section) => !known.has(section) && !isAbove(section, found),
  );
  return {
    parts: found,
    editors: others.filter(({ index }) => index < last),
    closing: others.filter(({ index }) => index > last),
    merged: list,
  };
}

function sectionsBelowTitle({ report, heading }: Model): ReportSection[] {
  return report.sections.filter(
    (section) => section.heading !== null && section.heading.start !== heading?.start,
  );
}

/** Whether a section is only the heading above parts. */
function isAbove(section: ReportSection, parts: readonly ModelPart[]): boolean {
  return parts.some(
    (part) =>
      part.section.titles.includes(section.title) &&
      part.section.index > section.index &&
      part.depth > depthOf(section),
  );
}

function depthOf({ heading }: ReportSection): number {
  return heading?.depth ?? 0;
}

function partsIn(model: Model): ModelPart[] {
  const sections = sectionsBelowTitle(model);
  const citing = citingBullets(model);
  const parts = sections.flatMap((section): ModelPart[] => {
    const bullets = citing.get(section) ?? [];
    const own = kindByHeading(headingName(section.title));
    const above = kindAbove(section, sections);
    const kind = kindOf(own, above, bullets.length > 0);
    if (kind === null || (bullets.length === 0 && !hasFacts(kind, section, sections, citing)))
      return [];
    return [
      {
        kind,
        section,
        title: headingName(section.title),
        depth: depthOf(section),
        bullets,
        list: listFormOf(bullets, model),
        repositories: repositoriesIn(model, section),
      },
    ];
  });
  // A list above the first heading is merged work without one.
  return parts;
}

function kindOf(own: PartKind | null, above: PartKind | null, isList: boolean): PartKind | null {
  if (above === 'merged') return own === 'issues' ? 'issues' : isList ? 'group' : null;
  if (above !== null && above !== 'group') return null;
  return own ?? (isList ? 'group' : null);
}

/** Whether a heading without a list is that of a part: one above its groups, or one that says there is nothing. */
function hasFacts(
  kind: PartKind,
  section: ReportSection,
  sections: readonly ReportSection[],
  citing: ReadonlyMap<ReportSection, Bullet[]>,
): boolean {
  const below = sections.filter(
    (other) =>
      other.index > section.index &&
      other.titles.slice(1).includes(section.title) &&
      depthOf(other) > depthOf(section),
  );
  if (kind === 'merged') return below.some((other) => citing.has(other));
  if (kind === 'statistics') return section.nodes.some(({ type }) => type === 'table');
  return kind !== 'group' && section.nodes.some(({ type }: RootContent) => type === 'paragraph');
}

/** What the nearest heading above is, of those that decide it. */
function kindAbove(section: ReportSection, sections: readonly ReportSection[]): PartKind | null {
  let depth = depthOf(section);
  for (const other of sections.slice(0, sections.indexOf(section)).toReversed()) {
    if (depthOf(other) >= depth) continue;
    depth = depthOf(other);
    const kind = kindByHeading(headingName(other.title));
    if (kind !== null) return kind;
  }
  return null;
}

/** The bullets that cite an item themselves, or name a person by their profile; by section. */
function citingBullets({ report, citations, server }: Model): Map<ReportSection, Bullet[]> {
  const citing = new Set(citations.flatMap(({ bullet }) => bullet ?? []));
  for (const bullet of report.bullets) {
    if (citing.has(bullet) || bullet.node.type !== 'listItem') continue;
    visit(bullet.node, 'link', ({ url }) => {
      const hasOwnList =
        bullet.node.type === 'listItem' && bullet.node.children.some(({ type }) => type === 'list');
      if (!hasOwnList && profileOf(url, server) !== null) citing.add(bullet);
    });
  }
  const found = new Map<ReportSection, Bullet[]>();
  for (const bullet of report.bullets) {
    if (!citing.has(bullet)) continue;
    const { section } = bullet.list.block;
    found.set(section, [...(found.get(section) ?? []), bullet]);
  }
  return found;
}

function repositoriesIn({ citations }: Model, section: ReportSection): Set<string> {
  return new Set(
    citations
      .filter(({ block, bullet }) => bullet && block.section === section)
      .map(({ item }) => partsOfKey(item)[0]),
  );
}
