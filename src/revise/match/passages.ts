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
import type { Fate, PassageChange } from '../choice/planned-change.ts';
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
  changes: PassageChange[];
  /** What was generated before, and is left as it is: by the fresh passage, or below those of a section or group. */
  instead: Map<DraftPassage, string[]>;
  below: Map<DraftSection | DraftGroup, string[]>;
}

/**
 * Compares the passages last generated for a section, and for each of its groups, with the fresh ones, in
 * order. One that is no longer generated is replaced by the one in its position now, unless it was edited.
 *
 * @param taken blocks of sections with the same place; the blocks of this one are added
 * @param fateOf what becomes of a change
 */
export function decidePassages(
  edited: EditedReport,
  section: DraftSection,
  { section: here }: SectionPlace,
  places: GroupPlaces,
  taken: Set<Block>,
  fateOf: (change: PassageChange) => Fate,
): PassageDecisions {
  const { record, groups } = edited;
  const recorded = record.sections.find(({ path }) => path === section.path);
  const decisions: PassageDecisions = {
    ...{ known: new Map(), replaced: new Map(), removed: [] },
    ...{ changes: [], instead: new Map(), below: new Map() },
  };
  const decideIn = (
    within: DraftSection | DraftGroup,
    before: readonly string[],
    isIn: (block: Block) => boolean,
  ) => {
    const after = ownPassagesIn(within);
    const found = decide(section.path, before, after, untaken(edited, taken, isIn), taken);
    carryOut(found, within, fateOf, decisions);
  };

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
    decideIn(group, before, isIn);
  }
  const own = ownPassagesIn(section);
  const leads = new Set(all.map(({ hash }) => hash));
  const before = (recorded?.passages ?? []).filter((hash) => !leads.has(hash));
  const led = own.map(({ hash }) => hash).filter((hash) => hash in (recorded?.groups ?? {}));
  decideIn(section, [...before, ...led], (block) => block.section === here);
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

/** Passages in one position: of the file and of the draft. */
function decide(
  section: string,
  recorded: readonly string[],
  fresh: readonly DraftPassage[],
  free: ReadonlyMap<string, Block[]>,
  taken: Set<Block>,
): PassageChange[] {
  return align(recorded, fresh).map(({ before, after }) => {
    const block = free.get(before ?? after?.hash ?? '')?.pop() ?? null;
    if (block) taken.add(block);
    return { kind: 'passage', section, before, block, after };
  });
}

function carryOut(
  all: readonly PassageChange[],
  within: DraftSection | DraftGroup,
  fateOf: (change: PassageChange) => Fate,
  { known, replaced, removed, changes, instead, below }: PassageDecisions,
): void {
  /** Former hashes that no fresh passage has taken the position of. */
  let former: string[] = [];
  for (const change of all) {
    const { before, block, after } = change;
    const isNew = after !== undefined && before === undefined && !block;
    const isOld = block !== null && before !== undefined && before !== after?.hash;
    const fate = isNew || isOld ? fateOf(change) : 'made';
    if (isNew || isOld) changes.push(change);
    if (after && (!isNew || fate !== 'made')) known.set(after, block);
    if (isOld && fate === 'made') {
      if (after) replaced.set(block, after);
      else removed.push(block);
    }
    if (fate === 'left') former.push(...(before === undefined ? [] : [before]));
    else if (after) former.push(after.hash);
    if (!after) continue;
    instead.set(after, former);
    former = [];
  }
  if (former.length > 0) below.set(within, former);
}
