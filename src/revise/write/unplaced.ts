import { NOTHING, escapeComment } from '../../markdown/escape.ts';
import { type Draft, type DraftLeaf, entriesIn } from '../../report/draft/draft.ts';
import { isBelow } from '../../report/sections.ts';
import type { Unplaced } from '../choice/planned-change.ts';
import type { EditedReport } from '../match/edited-report.ts';
import type { PlaceOf } from '../match/section-places.ts';
import { WAITING } from '../match/waiting.ts';
import type { BlockInsertions } from './block-insertions.ts';
import { endOfSection } from './section-end.ts';

/**
 * The new items of the draft that no edit brings into the report: those of layouts whose parts can't be
 * told apart, and pull requests that only belong with others.
 *
 * @param written the elements of the draft that edits bring into the report
 */
export function unplacedItems(
  { offers, entries, citations }: EditedReport,
  { sections }: Draft,
  written: readonly DraftLeaf[],
): Unplaced[] {
  const there = new Set([
    ...[...entries, ...written].flatMap(({ items }) => items),
    ...citations.map(({ item }) => item),
  ]);
  const isMissing = (item: string) => !offers.has(item) && !there.has(item);
  return sections.flatMap((section) => {
    const found: Unplaced[] = [];
    const add = (all: readonly string[], text: string) => {
      const items = all.filter(isMissing);
      if (items.length === 0) return;
      for (const item of items) there.add(item);
      found.push({ kind: 'unplaced', section: section.path, items, text });
    };
    for (const { items, bullet, pulls } of entriesIn(section)) {
      const [subject, ...others] = items;
      const own = others.filter((item) => pulls.has(item));
      add(subject === undefined ? own : [subject, ...own], bullet.content);
    }
    for (const { items, markdown } of section.unplaceable) add(items, markdown);
    return found;
  });
}

/** Puts unplaced items into comments for the editor, at the ends of their sections. */
export function insertComments(
  unplaced: readonly Unplaced[],
  edited: EditedReport,
  placeOf: PlaceOf,
  insertions: BlockInsertions,
): void {
  const bySection = new Map<string, Unplaced[]>();
  for (const one of unplaced) {
    const all = bySection.get(one.section) ?? [];
    all.push(one);
    bySection.set(one.section, all);
  }
  for (const [section, all] of bySection) {
    const at = placeOf(section)?.section ?? sectionAbove(section, edited.report);
    const items = all.map(({ text }) => `- ${commented(text)}`);
    insertions.addBlock(endOfSection(edited, at), [WAITING, ...items, '-->'].join('\n'), all);
  }
}

/** The section of the report that a missing one would be below. */
function sectionAbove(path: string, { sections }: EditedReport['report']) {
  const above = sections.find((section) => isBelow(path, section.path));
  return sections.findLast((one) => above && (one === above || isBelow(one.path, above.path)));
}

function commented(markdown: string): string {
  // Foreign addresses are split by an empty comment, which can't stand inside another.
  const lines = markdown.replaceAll(NOTHING, ' ').split('\n');
  return lines.map((line) => escapeComment(line)).join('\n  ');
}
