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
  const take = (hash: string): Block | null => {
    const found = edited.passages.find(
      ({ block, hash: other }) =>
        other === hash && block.section === place.section && !taken.has(block),
    );
    if (found) taken.add(found.block);
    return found?.block ?? null;
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
  let remaining = before;
  let unpaired: DraftPassage[] = [];
  const pairUp = (old: readonly string[]) => {
    for (let i = 0; i < Math.max(old.length, unpaired.length); i++)
      aligned.push({ before: old[i], after: unpaired[i] });
    unpaired = [];
  };
  for (const passage of after) {
    const at = remaining.indexOf(passage.hash);
    if (at < 0) {
      unpaired.push(passage);
      continue;
    }
    pairUp(remaining.slice(0, at));
    aligned.push({ before: passage.hash, after: passage });
    remaining = remaining.slice(at + 1);
  }
  pairUp(remaining);
  return aligned;
}
