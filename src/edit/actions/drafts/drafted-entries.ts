import type { Definition } from 'mdast';
import { type Draft, type DraftEntry, entriesIn } from '../../../report/draft/draft.ts';
import { definitionsOf } from '../../../report/links/cited-items.ts';
import type { DeskDrafts } from '../../desk.ts';
import type { LinkedText } from '../entry/atoms.ts';

/** An entry, and the draft that has it. */
export interface DraftedEntry {
  entry: DraftEntry;
  draft: Draft;
}

/** The entries of the desk's drafts, by their items. */
export class DraftedEntries {
  readonly #fresh: ReadonlyMap<string, DraftedEntry[]>;
  readonly #separate: ReadonlyMap<string, DraftedEntry[]>;
  readonly #others: ReadonlyMap<string, DraftedEntry[]>;

  constructor({ fresh, others }: DeskDrafts) {
    this.#fresh = byItem(fresh.draft);
    this.#separate = fresh.separate ? byItem(fresh.separate) : new Map();
    this.#others = byItem(others);
  }

  /** The entry of the draft with an item. */
  of(item: string): DraftedEntry | null {
    return this.#fresh.get(item)?.[0] ?? null;
  }

  /** The entry of an item that has none of some others. */
  without(item: string, others: ReadonlySet<string>): DraftedEntry | null {
    const all = [this.#fresh, this.#separate, this.#others].flatMap((one) => one.get(item) ?? []);
    const isOwn = ({ entry }: DraftedEntry) =>
      entry.items.every((one) => one === item || !others.has(one));
    return all.find(isOwn) ?? null;
  }
}

const known = new WeakMap<DeskDrafts, DraftedEntries>();

/** Null without drafts. */
export function draftedEntries(drafts: DeskDrafts | null): DraftedEntries | null {
  if (!drafts) return null;
  const entries = known.get(drafts) ?? new DraftedEntries(drafts);
  known.set(drafts, entries);
  return entries;
}

const definitions = new WeakMap<Draft, Map<string, Definition>>();

/** The text of a draft with what is needed to understand its links, as those of the report. */
export function linkedDraft(draft: Draft, around: LinkedText): LinkedText {
  const own = definitions.get(draft) ?? definitionsOf(draft.outline.root);
  definitions.set(draft, own);
  return { ...around, text: draft.outline.text, definitions: own };
}

function byItem(draft: Draft): Map<string, DraftedEntry[]> {
  const found = new Map<string, DraftedEntry[]>();
  for (const entry of draft.sections.flatMap(entriesIn)) {
    for (const item of entry.items) {
      const own = found.get(item) ?? [];
      found.set(item, own);
      own.push({ entry, draft });
    }
  }
  return found;
}
