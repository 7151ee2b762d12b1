import { removeItems, replaceContent } from './bullets.ts';
import type { Decisions } from '../decide.ts';
import { addDefinitions } from './definitions.ts';
import type { Draft, Section } from '../../report/draft.ts';
import type { Edited } from '../match/edited.ts';
import { Gaps } from './gaps.ts';
import type { Homes } from '../match/homes.ts';
import { lineEndingAt, linesBetween } from '../../markdown/lines.ts';
import { insertSections } from './new-sections.ts';
import type { Block, Page } from '../../report/page.ts';
import { decidePassages } from '../match/passages.ts';
import { Placement } from './place.ts';
import type { Edit } from '../../markdown/edit.ts';

/** The edits that carry decisions out, for `splice`. */
export function toEdits(
  edited: Edited,
  draft: Draft,
  decisions: Decisions,
  homes: Homes,
  current: readonly Section[],
  missing: readonly Section[],
): Edit[] {
  const { page } = edited;
  const gaps = new Gaps(page, markerOf(edited));
  const placement = new Placement(edited, decisions, gaps);
  const written: Section['elements'] = [...decisions.replaced.values()];
  const blocks: Edit[] = [];
  const taken = new Set<Block>();
  for (const section of current) {
    const home = homes(section.path);
    if (!home) continue;
    const passages = decidePassages(edited, section, home, taken);
    written.push(...placement.add(section, home, passages), ...passages.replaced.values());
    for (const [block, { markdown }] of passages.replaced)
      blocks.push(replaceBlock(page, block, markdown));
    for (const block of passages.removed) blocks.push(removeBlock(page, block));
  }
  written.push(...insertSections(missing, edited, draft, decisions, homes, gaps));
  const definitions = addDefinitions(edited, draft, written, gaps);

  const removed = new Set(decisions.removed.map(({ bullet }) => bullet));
  const lists = new Set([...removed].map(({ list }) => list));
  return [
    ...[...decisions.replaced].map(([{ bullet }, entry]) =>
      replaceContent(page.text, bullet, entry.bullet.content),
    ),
    ...[...lists].flatMap((list) => removeItems(page.text, list, removed)),
    ...placement.edits(),
    ...blocks,
    ...definitions,
    ...gaps.edits(),
  ];
}

/** The bullet of the file's lists of entries. */
function markerOf({ entries, citations }: Edited): string {
  const bullets = [...entries, ...citations].flatMap(({ bullet }) => bullet ?? []);
  const plain = bullets.find(({ prefix, list }) => prefix === '' && list.node.ordered !== true);
  return plain?.marker ?? '- ';
}

function replaceBlock({ text }: Page, { start, end }: Block, markdown: string): Edit {
  return { start, end, text: markdown.replaceAll('\n', lineEndingAt(text, end)) };
}

function removeBlock({ text, blocks }: Page, { index, end }: Block): Edit {
  return { ...linesBetween(text, blocks[index - 1]?.end ?? null, end), text: '' };
}
