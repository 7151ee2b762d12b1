import type { Edit } from '../../markdown/edit.ts';
import {
  type Draft,
  type DraftElement,
  type DraftSection,
  leavesIn,
} from '../../report/draft/draft.ts';
import type { InsteadOfDraft } from '../../report/draft/groups-to-record.ts';
import type { Block } from '../../report/outline.ts';
import type { ChosenDecisions } from '../choice/choose.ts';
import { passageFates } from '../choice/passage-fates.ts';
import type { FateOf, PlannedChange, Unplaced } from '../choice/planned-change.ts';
import type { EditedReport } from '../match/edited-report.ts';
import { decidePassages, type PassageDecisions } from '../match/passages.ts';
import type { Places } from '../match/places.ts';
import { BlockInsertions } from './block-insertions.ts';
import { removeBlock, replaceBlock } from './blocks.ts';
import { removeItems, replaceContent } from './bullets.ts';
import { nodesOf } from './definitions/references-in.ts';
import { updateDefinitions } from './definitions/update-definitions.ts';
import { EntryPlacement } from './entry-placement.ts';
import { removals, stayingLeads } from './group-edits.ts';
import { insteadOf } from './instead-of.ts';
import { leadFates, type StaleLead, staleLeads } from './stale-leads.ts';
import { markerOf } from './list-marker.ts';
import type { Insertion } from './spot.ts';
import { commentFates } from '../choice/comment-fates.ts';
import { insertComments, unplacedItems } from './unplaced.ts';
import { insertSections } from './new-sections.ts';

export interface RevisionEdits {
  edits: Edit[];
  /** What could only be put into comments. */
  commented: Unplaced[];
  /** The same, with what is not wanted there. */
  unplaced: Unplaced[];
  /** The hashes of the leads of groups that stay as they are. */
  leads: ReadonlySet<string>;
  /** The hashes of devreport's definitions that the file has then. */
  definitions: string[];
  /** All there are, of any fate, but for those of passages that follow from others. */
  changes: PlannedChange[];
  /** Where the new elements come. */
  inserted: Insertion[];
  instead: InsteadOfDraft;
  /** Of leads that are written anew: the hashes before, by those after. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * The edits that carry decisions out, and what they could only put into comments.
 *
 * @param places of the draft in the file
 * @param current the sections of the draft that are in the file
 * @param missing those to insert
 * @param fateOf what becomes of other changes than those of entries
 */
export function editsOf(
  edited: EditedReport,
  draft: Draft,
  chosen: ChosenDecisions,
  { sections: placeOf, groups: places }: Places,
  current: readonly DraftSection[],
  missing: readonly DraftSection[],
  fateOf: FateOf,
): RevisionEdits {
  const { report } = edited;
  const { made } = chosen;
  const insertions = new BlockInsertions(
    report,
    markerOf([...edited.entries, ...edited.citations]),
  );
  const placement = new EntryPlacement(edited, made, places, insertions);
  const written: DraftElement[] = [...made.replaced.values()];
  const blocks: Edit[] = [];
  const taken = new Set<Block>();
  const gone = new Set<Block>();
  const stale: StaleLead[] = [];
  const decided: PassageDecisions[] = [];
  const changes: PlannedChange[] = [...chosen.changes.keys()];
  const passageFate = passageFates(edited, draft, chosen);
  for (const section of current) {
    const place = placeOf(section.path);
    if (!place || section.unplaceable.length > 0) continue;
    const fate = passageFate(section.path);
    const passages = decidePassages(
      ...([edited, section, place, places, taken] as const),
      (change) => fate ?? fateOf(change),
    );
    decided.push(passages);
    if (fate === null) changes.push(...passages.changes);
    written.push(...placement.add(section, place, passages), ...passages.replaced.values());
    for (const [block, { markdown }] of passages.replaced)
      blocks.push(replaceBlock(report, block, markdown));
    for (const block of passages.removed) gone.add(block);
    stale.push(...staleLeads(edited, section, places));
  }
  written.push(...insertSections(missing, edited, draft, made, placeOf, insertions));
  const unplaced = unplacedItems(edited, draft, leavesIn({ elements: written }));
  const comments = commentFates(unplaced, chosen, fateOf);
  changes.push(...comments.changes);
  insertComments(comments.made, edited, placeOf, insertions);
  const removed = removals(edited, made.removed, gone, placement.filled);
  const leads = leadFates(stale, removed, fateOf);
  changes.push(...leads.changes);
  const lists = new Set([...removed.bullets].map(({ list }) => list));
  const inLists = placement.insertions();
  const edits = [
    ...[...made.replaced].map(([{ bullet }, entry]) =>
      replaceContent(report.text, bullet, entry.bullet.content),
    ),
    ...[...lists].flatMap((list) => removeItems(report.text, list, removed.bullets)),
    ...[...removed.blocks].map((block) => removeBlock(report, block)),
    ...inLists.map(({ edit }) => edit),
    ...blocks,
    ...leads.made.map(({ change }) => change.edit),
  ];
  const refreshed = leads.made.map(({ group }) => ({ ...group, elements: [] }));
  const renamed = leads.made.map(({ change }) => [change.after ?? '', change.before] as const);
  const nodes = nodesOf([...written, ...refreshed], draft.outline.text);
  const texts = comments.made.map(({ text }) => text);
  const definitions = updateDefinitions(edited, draft, nodes, texts, edits, insertions);
  const inserted = insertions.insertions();
  return {
    edits: [...edits, ...definitions.edits, ...inserted.map(({ edit }) => edit)],
    commented: comments.made,
    unplaced: comments.recorded,
    leads: stayingLeads(edited, removed, leads.others),
    definitions: definitions.generated,
    changes,
    inserted: [...inLists, ...inserted],
    instead: insteadOf(draft, chosen, places, removed, decided, leads),
    renamed: new Map(renamed),
  };
}
