import { withOuter, type Block, type Bullet, type Outline } from '../outline.ts';
import { itemLead } from '../item-lead.ts';
import { citingBullets } from '../citing-bullets.ts';
import type { Citation } from '../links/citations.ts';
import { readableText } from '../../markdown/readable-text.ts';
import type { DraftEntry, DraftFacts } from './draft.ts';

/**
 * The list items and rows of a draft that are entries, by their blocks: the outermost ones that cite
 * something. Where such an item doesn't say what its own is about, but an item around it does, that one is
 * the entry: a title above its links. Any other item around entries makes a group of them.
 */
export function entriesByBlock(
  outline: Outline,
  citations: readonly Citation[],
  facts: DraftFacts,
): Map<Block, DraftEntry[]> {
  const byBlock = new Map<Block, DraftEntry[]>();
  const isEntry = entryTest(outline, citations, facts);
  for (const citing of citingBullets(outline.bullets, citations, isEntry)) {
    const { block } = citing.bullet.list;
    const section = block.section.path;
    const together = byBlock.get(block) ?? [];
    together.push({ kind: 'entry', section, group: null, ...citing });
    byBlock.set(block, together);
  }
  return byBlock;
}

function entryTest(
  { text }: Outline,
  citations: readonly Citation[],
  { textsOf }: DraftFacts,
): (bullet: Bullet) => boolean {
  /** The first item that each cites. */
  const subjects = new Map<Bullet, string>();
  for (const { bullet, item } of citations)
    if (bullet && !subjects.has(bullet)) subjects.set(bullet, item);
  const saysOf = (bullet: Bullet, item: string) => {
    const said = words(itemLead(text, bullet).nodes.map(readableText).join(' '));
    return textsOf(item).some((one) => words(one) !== '' && said.includes(words(one)));
  };
  /** List items that say what the first one inside them is about, which doesn't say so itself. */
  const titles = new Map<Bullet, boolean>();
  for (const [bullet, item] of subjects) {
    const isSaid = saysOf(bullet, item);
    for (const outer of withOuter(bullet.outer)) {
      const known = titles.get(outer);
      titles.set(outer, !isSaid && (known ?? saysOf(outer, item)));
    }
  }
  return (bullet) => subjects.has(bullet) || titles.get(bullet) === true;
}

/** The letters and digits of a text, which Markdown doesn't change. */
function words(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `.replace(/^ +$/, '');
}
