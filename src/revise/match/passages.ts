import { type Passage, passagesIn, type Section } from '../../report/draft.ts';
import type { Edited } from './edited.ts';
import type { Home } from './homes.ts';
import type { Block } from '../../report/page.ts';

/** What becomes of the generated paragraphs and comments of one section. */
export interface PassageDecisions {
  /** Where fresh ones stand in the file, or did until the editor changed or deleted them (null). */
  standing: Map<Passage, Block | null>;
  replaced: Map<Block, Passage>;
  removed: Block[];
}

/**
 * Compares the passages last generated for a section with the fresh ones, in order. What was
 * there and is no more is replaced by what stands in its place now, if nobody has edited it.
 *
 * @param taken blocks that belong to sections with the same home; those of this one are added
 */
export function decidePassages(
  edited: Edited,
  section: Section,
  home: Home,
  taken: Set<Block>,
): PassageDecisions {
  const recorded = edited.record.sections.find(({ path }) => path === section.path);
  const decisions: PassageDecisions = { standing: new Map(), replaced: new Map(), removed: [] };
  const find = (hash: string): Block | null => {
    const found = edited.passages.find(
      ({ block, hash: other }) =>
        other === hash && block.region === home.region && !taken.has(block),
    );
    if (found) taken.add(found.block);
    return found?.block ?? null;
  };
  for (const { before, after } of align(recorded?.passages ?? [], passagesIn(section))) {
    const block = find(before ?? after?.hash ?? '');
    if (after && (before !== undefined || block)) decisions.standing.set(after, block);
    if (!block || before === after?.hash) continue;
    if (before !== undefined && after) decisions.replaced.set(block, after);
    else if (before !== undefined) decisions.removed.push(block);
  }
  return decisions;
}

interface Aligned {
  before: string | undefined;
  after: Passage | undefined;
}

/** Both in their order: what is in both is paired, and between those pairs first with first. */
function align(before: readonly string[], after: readonly Passage[]): Aligned[] {
  const aligned: Aligned[] = [];
  let rest = before;
  let unpaired: Passage[] = [];
  const pairUp = (old: readonly string[]) => {
    for (let i = 0; i < Math.max(old.length, unpaired.length); i++)
      aligned.push({ before: old[i], after: unpaired[i] });
    unpaired = [];
  };
  for (const passage of after) {
    const at = rest.indexOf(passage.hash);
    if (at < 0) {
      unpaired.push(passage);
      continue;
    }
    pairUp(rest.slice(0, at));
    aligned.push({ before: passage.hash, after: passage });
    rest = rest.slice(at + 1);
  }
  pairUp(rest);
  return aligned;
}
