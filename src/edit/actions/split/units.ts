import { isCommitKey } from '../../../item/item-id.ts';
import type { Draft, DraftGroup } from '../../../report/draft/draft.ts';
import type { Bullet } from '../../../report/outline.ts';
import {
  type DraftedEntries,
  type DraftedEntry,
  draftedEntries,
  linkedDraft,
} from '../drafts/drafted-entries.ts';
import { type Anatomy, anatomyOf } from '../entry/anatomy.ts';
import type { EditableText, TextEntry } from '../text/editable-text.ts';
import { linkedText } from '../text/linked-text.ts';

/** One of the pull requests of an entry, with what stays with it. */
export interface Unit {
  item: string;
  /** With its issues. */
  items: Set<string>;
  /** Null where the facts don't say who it was. */
  people: Set<string> | null;
  /** Its entry in a draft. */
  drafted: {
    bullet: Bullet;
    group: DraftGroup | null;
    draft: Draft;
    anatomy: Anatomy | null;
  } | null;
}

/** The pull requests of an entry; of one without, the issues that have entries of their own in the draft. */
export function unitsIn(text: EditableText, entry: TextEntry): Unit[] {
  const entries = draftedEntries(text.desk.drafts);
  const isPull = (item: string) =>
    entry.pulls.has(item) || isCommitKey(item) || text.facts.get(item)?.kind === 'pull';
  const pulls = entry.items.filter(isPull);
  const isSubject = (item: string) => entries?.of(item)?.entry.items[0] === item;
  const isOfPull = (item: string) =>
    pulls.some((pull) => entries?.of(pull)?.entry.items.includes(item));
  const subjects = entry.items.filter((item) =>
    isPull(item) ? true : entries ? isSubject(item) && !isOfPull(item) : pulls.length === 0,
  );
  const linked = linkedText(text, entry);
  const units = subjects.map((item): Unit => {
    const found = draftedFor(text, item, subjects);
    const anatomy = found && anatomyOf(linkedDraft(found.draft, linked), found.entry.bullet);
    const known = text.facts.get(item)?.people.map(({ login, name }) => login ?? name);
    const people =
      anatomy && anatomy.people.length > 0 ? anatomy.people.map(({ key }) => key) : known;
    return {
      item,
      items: new Set([item]),
      people: people ? new Set(people.map((one) => one.toLowerCase())) : null,
      drafted: found && draftedAs(found, anatomy),
    };
  });
  let last = units[0];
  for (const item of entry.items) {
    const unit = units.find((one) => one.item === item);
    if (unit) last = unit;
    else for (const one of ownersOf(item, units, entries, last)) one.items.add(item);
  }
  return units;
}

/** The pull requests that the draft has an issue with; else the one before it. */
function ownersOf(
  issue: string,
  units: readonly Unit[],
  entries: DraftedEntries | null,
  before: Unit | undefined,
): Unit[] {
  const drafted = units.filter(({ item }) => entries?.of(item)?.entry.items.includes(issue));
  return drafted.length > 0 ? drafted : before ? [before] : [];
}

function draftedFor({ desk }: EditableText, item: string, units: readonly string[]) {
  const others = new Set(units.filter((one) => one !== item));
  return draftedEntries(desk.drafts)?.without(item, others) ?? null;
}

/** The same, with those that the draft has in one entry as one. */
export function unitsTogether(
  text: EditableText,
  entry: TextEntry,
  units: readonly Unit[],
): Unit[] {
  const entries = draftedEntries(text.desk.drafts);
  const byEntry = new Map<unknown, Unit[]>();
  for (const unit of units) {
    const key = entries?.of(unit.item)?.entry ?? unit;
    byEntry.set(key, [...(byEntry.get(key) ?? []), unit]);
  }
  const linked = linkedText(text, entry);
  return [...byEntry.values()].flatMap((own): Unit[] => {
    const [first] = own;
    const drafted = first && own.length > 1 ? entries?.of(first.item) : null;
    if (!first || !drafted) return own;
    const items = new Set(own.flatMap((one) => [...one.items]));
    const anatomy = anatomyOf(linkedDraft(drafted.draft, linked), drafted.entry.bullet);
    const people = anatomy && new Set(anatomy.people.map(({ key }) => key));
    return [
      {
        item: first.item,
        items,
        people,
        drafted: draftedAs(drafted, anatomy),
      },
    ];
  });
}

function draftedAs(
  { entry: { bullet, group }, draft }: DraftedEntry,
  anatomy: Anatomy | null,
): Unit['drafted'] {
  return { bullet, group, draft, anatomy };
}
