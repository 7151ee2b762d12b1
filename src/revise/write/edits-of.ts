import type { Edit } from '../../markdown/edit.ts';
import { lineEndingAt, linesBetween } from '../../markdown/lines.ts';
import type { Draft, DraftElement, DraftSection } from '../../report/draft/draft.ts';
import type { Block, Outline } from '../../report/outline.ts';
import type { Decisions } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import { decidePassages } from '../match/passages.ts';
import type { PlaceOf } from '../match/section-places.ts';
import { BlockInsertions } from './block-insertions.ts';
import { removeItems, replaceContent } from './bullets.ts';
import { addDefinitions } from './definitions.ts';
import { EntryPlacement } from './entry-placement.ts';
import { insertComments, type Unplaced, unplacedItems } from './unplaced.ts';
import { insertSections } from './new-sections.ts';

/**
 * The edits that carry decisions out, and what they could only put into comments.
 *
 * @param current the sections of the draft that are in the file
 * @param missing those to insert
 */
export function editsOf(
  edited: EditedReport,
  draft: Draft,
  decisions: Decisions,
  placeOf: PlaceOf,
  current: readonly DraftSection[],
  missing: readonly DraftSection[],
): { edits: Edit[]; unplaced: Unplaced[] } {
  const { report } = edited;
  const insertions = new BlockInsertions(report, markerOf(edited));
  const placement = new EntryPlacement(edited, decisions, insertions);
  const written: DraftElement[] = [...decisions.replaced.values()];
  const blocks: Edit[] = [];
  const taken = new Set<Block>();
  for (const section of current) {
    const place = placeOf(section.path);
    if (!place || section.unplaceable.length > 0) continue;
    const passages = decidePassages(edited, section, place, taken);
    written.push(...placement.add(section, place, passages), ...passages.replaced.values());
    for (const [block, { markdown }] of passages.replaced)
      blocks.push(replaceBlock(report, block, markdown));
    for (const block of passages.removed) blocks.push(removeBlock(report, block));
  }
  written.push(...insertSections(missing, edited, draft, decisions, placeOf, insertions));
  const unplaced = unplacedItems(edited, draft, written);
  insertComments(unplaced, edited, placeOf, insertions);
  const definitions = addDefinitions(edited, draft, written, insertions);

  const removed = new Set(decisions.removed.map(({ bullet }) => bullet));
  const lists = new Set([...removed].map(({ list }) => list));
  const edits = [
    ...[...decisions.replaced].map(([{ bullet }, entry]) =>
      replaceContent(report.text, bullet, entry.bullet.content),
    ),
    ...[...lists].flatMap((list) => removeItems(report.text, list, removed)),
    ...placement.edits(),
    ...blocks,
    ...definitions,
    ...insertions.edits(),
  ];
  return { edits, unplaced };
}

/** The bullet of the file's lists of entries. */
function markerOf({ entries, citations }: EditedReport): string {
  const bullets = [...entries, ...citations].flatMap(({ bullet }) => bullet ?? []);
  const plain = bullets.find(
    ({ prefix, list: { node } }) => prefix === '' && node.type === 'list' && node.ordered !== true,
  );
  return plain?.marker ?? '- ';
}

function replaceBlock({ text }: Outline, { start, end }: Block, markdown: string): Edit {
  return { start, end, text: markdown.replaceAll('\n', lineEndingAt(text, end)) };
}

function removeBlock({ text, blocks }: Outline, { index, end }: Block): Edit {
  return { ...linesBetween(text, blocks[index - 1]?.end ?? null, end), text: '' };
}
