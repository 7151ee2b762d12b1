import {
  type DraftGroup,
  type DraftPassage,
  type DraftSection,
  entriesIn,
  groupsIn,
  ownPassagesIn,
} from '../../report/draft/draft.ts';
import { groupPath } from '../../report/groups.ts';
import type { Block } from '../../report/outline.ts';
import type { RecordedGroups } from '../../report/record/record.ts';
import { align } from './align.ts';
import type { EditedReport } from './edited-report.ts';
import { mostOf } from './file-groups.ts';
import type { GroupPlaces } from './group-places.ts';
import type { SectionPlace } from './section-places.ts';

/** The fate of the generated paragraphs and comments of one section. */
export interface PassageDecisions {
  /** Fresh passages that were offered before: their block, or null where the editor changed or deleted it. */
  known: Map<DraftPassage, Block | null>;
  replaced: Map<Block, DraftPassage>;
  removed: Block[];
}

/**
 * Compares the passages last generated for a section, and for each of its groups, with the fresh ones, in
 * order. One that is no longer generated is replaced by the one in its position now, unless it was edited.
 *
 * @param taken blocks of sections with the same place; the blocks of this one are added
 */
export function decidePassages(
  edited: EditedReport,
  section: DraftSection,
  { section: here }: SectionPlace,
  places: GroupPlaces,
  taken: Set<Block>,
): PassageDecisions {
  const { record, groups } = edited;
  const recorded = record.sections.find(({ path }) => path === section.path);
  const decisions: PassageDecisions = { known: new Map(), replaced: new Map(), removed: [] };
  const decideIn = (
    before: readonly string[],
    after: readonly DraftPassage[],
    isIn: (block: Block) => boolean,
  ) => decide(before, after, untaken(edited, taken, isIn), taken, decisions);

  const all = groupsIn(section);
  for (const group of all) {
    const blocks = places.of(group)?.blocks;
    for (const block of [blocks?.lead, blocks?.closing]) if (block) taken.add(block);
  }
  for (const group of all) {
    const place = places.of(group)?.group;
    if (!place) continue;
    const before = formerGroup(group, recorded?.groups ?? {})?.passages ?? [];
    const isIn = (block: Block) => groupPath(groups.ofBlock(block)).includes(place);
    decideIn(before, ownPassagesIn(group), isIn);
  }
  const own = ownPassagesIn(section);
  const leads = new Set(all.map(({ hash }) => hash));
  const before = (recorded?.passages ?? []).filter((hash) => !leads.has(hash));
  const led = own.map(({ hash }) => hash).filter((hash) => hash in (recorded?.groups ?? {}));
  decideIn([...before, ...led], own, (block) => block.section === here);
  return decisions;
}

/** What was recorded of a group: under its lead, else under that with most of its items. */
function formerGroup(
  group: DraftGroup,
  recorded: RecordedGroups,
): RecordedGroups[string] | undefined {
  const items = new Set(entriesIn(group).flatMap((entry) => entry.items));
  const shared = (one: RecordedGroups[string]) =>
    one.items.filter((item) => items.has(item)).length;
  const others = Object.values(recorded).filter((one) => shared(one) > 0);
  return recorded[group.hash ?? ''] ?? mostOf(others, shared);
}

/** The untouched passages of some blocks by their texts, the first one last. */
function untaken(
  { passages }: EditedReport,
  taken: ReadonlySet<Block>,
  isIn: (block: Block) => boolean,
): Map<string, Block[]> {
  const free = new Map<string, Block[]>();
  for (const { block, hash } of passages.toReversed()) {
    if (taken.has(block) || !isIn(block)) continue;
    const same = free.get(hash) ?? [];
    same.push(block);
    free.set(hash, same);
  }
  return free;
}

function decide(
  recorded: readonly string[],
  fresh: readonly DraftPassage[],
  free: ReadonlyMap<string, Block[]>,
  taken: Set<Block>,
  decisions: PassageDecisions,
): void {
  for (const { before, after } of align(recorded, fresh)) {
    const block = free.get(before ?? after?.hash ?? '')?.pop() ?? null;
    if (block) taken.add(block);
    if (after && (before !== undefined || block)) decisions.known.set(after, block);
    if (!block || before === after?.hash) continue;
    if (before !== undefined && after) decisions.replaced.set(block, after);
    else if (before !== undefined) decisions.removed.push(block);
  }
}
