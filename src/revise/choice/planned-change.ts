import type { Edit } from '../../markdown/edit.ts';
import type { DraftEntry, DraftPassage } from '../../report/draft/draft.ts';
import type { Block } from '../../report/outline.ts';
import { hashText } from '../../report/record/hash-text.ts';
import type { FrontMatterChange } from '../front-matter/leave-front-matter.ts';
import type { UntouchedEntry } from '../match/edited-report.ts';

/** What a rerun changes in one piece: all of it is made, or nothing. */
export type PlannedChange = EntryChange | Unplaced | PassageChange | LeadChange | FrontMatterChange;

/** Entries that share items, directly or through others: together they have each item as often as before. */
export interface EntryChange {
  kind: 'entries';
  /** Of all of them, the subject of the first one first. */
  items: string[];
  replaced: [UntouchedEntry, DraftEntry][];
  removed: UntouchedEntry[];
  added: DraftEntry[];
}

/** New items of a section of the draft that no entry has and that have no place in the report, with their text. */
export interface Unplaced {
  kind: 'unplaced';
  /** The path of the section. */
  section: string;
  items: string[];
  /** Markdown. */
  text: string;
}

/** A generated paragraph or comment of the file, and the fresh one in its position. */
export interface PassageChange {
  kind: 'passage';
  /** The path of the section. */
  section: string;
  /** The hash of what was generated there last. */
  before: string | undefined;
  /** Null for a new one. */
  block: Block | null;
  after: DraftPassage | undefined;
}

/** What is above a group of entries. */
export interface LeadChange {
  kind: 'lead';
  /** The path of the section. */
  section: string;
  before: string;
  after: string | null;
  edit: Edit;
}

/**
 * What becomes of a change: it is made now, left for a later run, or dismissed for good. A dismissed one is
 * recorded as if it was made, and the text that it would have replaced is the editor's.
 */
export type Fate = 'made' | 'left' | 'dismissed';

export type FateOf = (change: PlannedChange) => Fate;

/** The fate of what follows from several changes. */
export function commonFate(fates: ReadonlySet<Fate>): Fate {
  return (['made', 'left', 'dismissed'] as const).find((fate) => fates.has(fate)) ?? 'made';
}

/** Tells changes apart; the same for the same change of another text. */
export function plannedChangeId(change: PlannedChange): string {
  switch (change.kind) {
    case 'entries': {
      const { items, replaced, removed, added } = change;
      const written = [...replaced.map(([, entry]) => entry), ...added];
      const texts = written.map(({ section, bullet }) => `${section}\n${bullet.content}`).sort();
      const before = items.length > 0 ? [] : removed.map(({ bullet }) => bullet.hash);
      return keyOf(change.kind, ...items.toSorted(), ...texts, ...before);
    }
    case 'unplaced':
      return keyOf(change.kind, change.section, change.text);
    case 'passage':
      return keyOf(change.kind, change.section, change.before ?? '', change.after?.hash ?? '');
    case 'lead':
      return keyOf(change.kind, change.section, change.before, change.after ?? '');
    case 'front-matter':
      return keyOf(change.kind, change.key ?? '', change.hash);
  }
}

function keyOf(kind: PlannedChange['kind'], ...parts: readonly string[]): string {
  return `${kind}-${hashText(JSON.stringify(parts))}`;
}
