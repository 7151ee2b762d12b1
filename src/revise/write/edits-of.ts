import type { Edit } from '../../markdown/edit.ts';
import {
  type Draft,
  type DraftElement,
  type DraftGroup,
  type DraftSection,
  leavesIn,
} from '../../report/draft/draft.ts';
import type { ReportGroup } from '../../report/groups.ts';
import type { Block } from '../../report/outline.ts';
import type { Decisions } from '../decide.ts';
import type { EditedReport } from '../match/edited-report.ts';
import { decidePassages } from '../match/passages.ts';
import type { Places } from '../match/places.ts';
import { BlockInsertions } from './block-insertions.ts';
import { removeBlock, replaceBlock } from './blocks.ts';
import { removeItems, replaceContent } from './bullets.ts';
import { nodesOf } from './definitions/references-in.ts';
import { updateDefinitions } from './definitions/update-definitions.ts';
import { EntryPlacement } from './entry-placement.ts';
import { leadEdit, removals, staleLeads, stayingLeads } from './group-edits.ts';
import { insertComments, type Unplaced, unplacedItems } from './unplaced.ts';
import { insertSections } from './new-sections.ts';

export interface RevisionEdits {
  edits: Edit[];
  /** What could only be put into comments. */
  unplaced: Unplaced[];
  /** The hashes of the leads of groups that stay as they are. */
  leads: ReadonlySet<string>;
  /** The hashes of devreport's definitions that the file has then. */
  definitions: string[];
}

/**
 * The edits that carry decisions out, and what they could only put into comments.
 *
 * @param places of the draft in the file
 * @param current the sections of the draft that are in the file
 * @param missing those to insert
 */
export function editsOf(
  edited: EditedReport,
  draft: Draft,
  decisions: Decisions,
  { sections: placeOf, groups: places }: Places,
  current: readonly DraftSection[],
  missing: readonly DraftSection[],
): RevisionEdits {
  const { report } = edited;
  const insertions = new BlockInsertions(report, markerOf(edited));
  const placement = new EntryPlacement(edited, decisions, places, insertions);
  const written: DraftElement[] = [...decisions.replaced.values()];
  const blocks: Edit[] = [];
  const taken = new Set<Block>();
  const gone = new Set<Block>();
  const leads = new Map<ReportGroup, DraftGroup>();
  for (const section of current) {
    const place = placeOf(section.path);
    if (!place || section.unplaceable.length > 0) continue;
    const passages = decidePassages(edited, section, place, places, taken);
    written.push(...placement.add(section, place, passages), ...passages.replaced.values());
    for (const [block, { markdown }] of passages.replaced)
      blocks.push(replaceBlock(report, block, markdown));
    for (const block of passages.removed) gone.add(block);
    for (const [group, fresh] of staleLeads(edited, section, places)) leads.set(group, fresh);
  }
  written.push(...insertSections(missing, edited, draft, decisions, placeOf, insertions));
  const unplaced = unplacedItems(edited, draft, leavesIn({ elements: written }));
  insertComments(unplaced, edited, placeOf, insertions);
  const removed = removals(edited, decisions, gone, placement.filled);
  for (const group of leads.keys()) if (removed.groups.has(group)) leads.delete(group);
  const lists = new Set([...removed.bullets].map(({ list }) => list));
  const edits = [
    ...[...decisions.replaced].map(([{ bullet }, entry]) =>
      replaceContent(report.text, bullet, entry.bullet.content),
    ),
    ...[...lists].flatMap((list) => removeItems(report.text, list, removed.bullets)),
    ...[...removed.blocks].map((block) => removeBlock(report, block)),
    ...placement.edits(),
    ...blocks,
    ...[...leads].map(([group, fresh]) => leadEdit(edited, group, fresh)),
  ];
  const refreshed = [...leads.values()].map((group) => ({ ...group, elements: [] }));
  const nodes = nodesOf([...written, ...refreshed], draft.outline.text);
  const comments = unplaced.flatMap(({ texts }) => texts);
  const definitions = updateDefinitions(edited, draft, nodes, comments, edits, insertions);
  return {
    edits: [...edits, ...definitions.edits, ...insertions.edits()],
    unplaced,
    leads: stayingLeads(edited, removed, leads),
    definitions: definitions.generated,
  };
}

/** The bullet of the file's lists of entries. */
function markerOf({ entries, citations }: EditedReport): string {
  const bullets = [...entries, ...citations].flatMap(({ bullet }) => bullet ?? []);
  const plain = bullets.find(
    ({ prefix, list: { node } }) => prefix === '' && node.type === 'list' && node.ordered !== true,
  );
  return plain?.marker ?? '- ';
}
