import { type DraftPassage, type DraftSection, passagesIn } from '../../report/draft/draft.ts';
import type { Block } from '../../report/outline.ts';
import type { EditedReport } from './edited-report.ts';
import type { SectionPlace } from './section-places.ts';

/** The fate of the generated paragraphs and comments of one section. */
export interface PassageDecisions {
  /** Fresh passages that were offered before: their block, or null where the editor changed or deleted it. */
  known: Map<DraftPassage, Block | null>;
  replaced: Map<Block, DraftPassage>;
  removed: Block[];
}

/**
 * Compares the passages last generated for a section with the fresh ones, in order. One that is no
 * longer generated is replaced by the one in its position now, unless it was edited.
 *
 * @param taken blocks of sections with the same place; the blocks of this one are added
 */
export function decidePassages(
  edited: EditedReport,
  section: DraftSection,
  place: SectionPlace,
  taken: Set<Block>,
): PassageDecisions {
  const recorded = edited.record.sections.find(({ path }) => path === section.path);
  const decisions: PassageDecisions = { known: new Map(), replaced: new Map(), removed: [] };
  const free = new Map<string, Block[]>();
  for (const { block, hash } of edited.passages.toReversed()) {
    if (block.section !== place.section || taken.has(block)) continue;
    const same = free.get(hash) ?? [];
    same.push(block);
    free.set(hash, same);
  }
  const take = (hash: string): Block | null => {
    const found = free.get(hash)?.pop() ?? null;
    if (found) taken.add(found);
    return found;
  };
  for (const { before, after } of align(recorded?.passages ?? [], passagesIn(section))) {
    const block = take(before ?? after?.hash ?? '');
    if (after && (before !== undefined || block)) decisions.known.set(after, block);
    if (!block || before === after?.hash) continue;
    if (before !== undefined && after) decisions.replaced.set(block, after);
    else if (before !== undefined) decisions.removed.push(block);
  }
  return decisions;
}

interface Aligned {
  before: string | undefined;
  after: DraftPassage | undefined;
}

/** Pairs equal passages, in order, and between two such pairs the others, first with first. */
function align(before: readonly string[], after: readonly DraftPassage[]): Aligned[] {
  const aligned: Aligned[] = [];
  /** The indexes of each hash, the first one last. */
  const indexes = new Map<string, number[]>();
  for (const [index, hash] of [...before.entries()].reverse()) {
    const same = indexes.get(hash) ?? [];
    same.push(index);
    indexes.set(hash, same);
  }
  let from = 0;
  let unpaired: DraftPassage[] = [];
  const pairUp = (to: number) => {
    const old = before.slice(from, to);
    for (let i = 0; i < Math.max(old.length, unpaired.length); i++)
      aligned.push({ before: old[i], after: unpaired[i] });
    unpaired = [];
  };
  for (const passage of after) {
    const same = indexes.get(passage.hash) ?? [];
    while ((same.at(-1) ?? from) < from) same.pop();
    const at = same.pop();
    if (at === undefined) {
      unpaired.push(passage);
      continue;
    }
    pairUp(at);
    aligned.push({ before: passage.hash, after: passage });
    from = at + 1;
  }
  pairUp(before.length);
  return aligned;
}
