import type { Block } from '../../../report/outline.ts';
import { passagesIn } from '../../../report/draft/draft.ts';
import { adopt } from '../../../revise/adopt.ts';
import type { Writing } from '../../../revise/decide.ts';
import { readEditedReport } from '../../../revise/match/edited-report.ts';
import { decidePassages } from '../../../revise/match/passages.ts';
import { placesIn } from '../../../revise/match/places.ts';
import { nodesOf } from '../../../revise/write/definitions/references-in.ts';
import { EntryPlacement } from '../../../revise/write/entry-placement.ts';
import { insertSections, missingSections } from '../../../revise/write/new-sections.ts';
import type { EditableText } from '../text/editable-text.ts';
import type { Place } from '../text/places.ts';
import { TextChanges } from '../text/text-changes.ts';
import type { DraftedEntry } from './drafted-entries.ts';

/**
 * Writes an entry of a draft where a rerun would.
 *
 * @param joint the entry that it is a part of, if it replaces that
 * @returns whether the text has a place for it
 */
export function placeDrafted(
  text: EditableText,
  changes: TextChanges,
  { entry, draft }: DraftedEntry,
  joint: DraftedEntry['entry'] | null,
): boolean {
  const { report, desk, citations } = text;
  const record =
    report.record?.record ??
    (desk.drafts ? adopt(report, citations, desk.drafts.fresh.record, desk.server) : text.record);
  // An entry that a formatter has touched is found by its items just as well, and much faster.
  const edited = readEditedReport(report, citations, record, [], ({ hash }, isIt) =>
    isIt(hash) ? hash : undefined,
  );
  const places = placesIn(edited, draft);
  const writing: Writing = {
    ...{ settled: new Map(), replaced: new Map(), removed: [] },
    added: new Set([entry]),
    parts: new Map(joint ? [[joint, [entry]]] : []),
  };
  const place = places.sections(entry.section);
  const section = draft.sections.find(({ path }) => path === entry.section);
  if (!section) return false;
  if (!place) {
    const missing = missingSections(edited, draft, writing, places.sections);
    const { blocks } = changes;
    const written = insertSections(missing, edited, draft, writing, places.sections, blocks);
    changes.refersTo(...nodesOf(written, draft.outline.text));
    return written.length > 0;
  }
  // The paragraphs and comments of the draft tell where the entry goes, but don't come back with it.
  const passages = decidePassages(
    ...([edited, section, place, places.groups, new Set<Block>()] as const),
    () => 'made',
  );
  const known = new Map(passagesIn(section).map((one) => [one, passages.known.get(one) ?? null]));
  const placement = new EntryPlacement(
    ...([edited, writing, places.groups, changes.blocks, changes.lists.insertions] as const),
  );
  const written = placement.add(section, place, { known });
  changes.refersTo(...nodesOf(written, draft.outline.text));
  return written.length > 0;
}

/** Where a rerun would write an entry of a draft; null where the text has no section for it. */
export function placeOfDrafted(text: EditableText, drafted: DraftedEntry): Place | null {
  const trial = new TextChanges(text);
  if (!placeDrafted(text, trial, drafted, null)) return null;
  const { insertions } = trial.lists;
  for (const side of ['below', 'above'] as const) {
    const [spot] = insertions.neighbours(side);
    if (!spot) continue;
    const { bullet: beside, run } = spot;
    const own = insertions.addedBeside(beside, side)[0]?.run ?? null;
    return { beside, side, runs: { beside: run, own } };
  }
  const before = trial.blocks.first;
  return before === undefined ? null : { before };
}
