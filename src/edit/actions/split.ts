import { escapeMarkdown } from '../../markdown/escape.ts';
import type { DraftGroup } from '../../report/draft/draft.ts';
import type { Bullet } from '../../report/outline.ts';
import { replaceContent } from '../../revise/write/bullets.ts';
import type { TextAnswer } from '../protocol.ts';
import { linkedDraft } from './drafts/drafted-entries.ts';
import { type Anatomy, entryWords } from './entry/anatomy.ts';
import { joinedContent } from './entry/joined-content.ts';
import { keptEdits, pieceContent } from './entry/piece.ts';
import { anatomyIn, inPlace } from './join.ts';
import { divide, type Division } from './split/divide.ts';
import { type Unit, unitsIn, unitsTogether } from './split/units.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { linkedText } from './text/linked-text.ts';
import type { PlaceBeside } from './text/places.ts';
import { TextChanges } from './text/text-changes.ts';

/** Splits an entry of several pull requests into one each: undoes a join. */
export function split(text: EditableText, at: number): TextAnswer {
  const entry = text.entryAt(at);
  const found = unitsIn(text, entry);
  if (found.length < 2)
    throw impossible(
      `${text.nameOf(entry)} has no second pull request in its entry, so there is nothing to split.`,
    );
  const anatomy = anatomyIn(text, entry);
  const changes = new TextChanges(text);
  const { bullet } = entry;
  changes.refersTo(bullet.node);
  const division = joinedUnits(text, entry, anatomy, found);
  const { units } = division;
  const contents = asDrafted(text, entry, units);
  if (contents) changes.edit(replaceContent(text.text, bullet, contents[0] ?? ''));
  const others = contents?.slice(1) ?? pieces(text, entry, anatomy, division, changes);
  for (const [index, content] of others.entries()) {
    if (bullet.node.type === 'paragraph')
      changes.addParagraph(bullet.list.block.index + 1, content);
    else {
      changes.lists.add(placeOf(bullet, units[index], units[index + 1]), bullet, content);
    }
    const drafted = units[index + 1]?.drafted?.bullet;
    if (drafted) changes.refersTo(drafted.node);
  }
  const labels = units.map(({ item }) => text.labelOf(item));
  const said = `Split ${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}.`;
  return changes.answer(said, { at: anatomy.words.start });
}

/** The contents of the drafted entries, where joining them gives exactly this entry. */
function asDrafted(text: EditableText, entry: TextEntry, units: readonly Unit[]): string[] | null {
  const drafted = units.flatMap((unit) => unit.drafted ?? []);
  if (drafted.length < units.length) return null;
  const linked = linkedText(text, entry);
  const joined = joinedContent(
    drafted.map(({ bullet, draft }) => ({ bullet, linked: linkedDraft(draft, linked) })),
  );
  if (joined === null || joined !== entry.bullet.content) return null;
  return drafted.map(({ bullet }) => bullet.content);
}

/** Edits the entry into its first piece. @returns the contents of the others */
function pieces(
  text: EditableText,
  { bullet }: TextEntry,
  anatomy: Anatomy,
  { units, words: cut }: Division,
  changes: TextChanges,
): string[] {
  const isKnown = (key: string) => units.some(({ people }) => people?.has(key));
  const own = (unit: Unit, index: number) => ({
    items: (key: string) => unit.items.has(key),
    people: (key: string) => unit.people?.has(key) === true || (index === 0 && !isKnown(key)),
    order: index === 0 ? null : [...(unit.people ?? [])],
  });
  const [first, ...others] = units;
  if (!first) return [];
  const edits = keptEdits(anatomy, cut?.[0] ?? entryWords(anatomy), own(first, 0));
  changes.edit(...edits.map((edit) => ({ ...edit, text: inPlace(text, bullet, edit.text) })));
  return others.map((unit, index): string => {
    const isApart = anatomy.items.some(({ key }) => key === unit.item);
    const { drafted } = unit;
    const words = cut?.[index + 1] ?? (drafted?.anatomy ? entryWords(drafted.anatomy) : null);
    if (!cut && !isApart && drafted) return drafted.bullet.content;
    const title = escapeMarkdown(text.facts.get(unit.item)?.title ?? text.labelOf(unit.item));
    return pieceContent(anatomy, bullet, words ?? title, own(unit, index + 1));
  });
}

/** Those that the draft has in one entry stay together where that was joined with others. */
function joinedUnits(
  text: EditableText,
  entry: TextEntry,
  anatomy: Anatomy,
  units: readonly Unit[],
): Division {
  const together = divide(anatomy, unitsTogether(text, entry, units));
  const { length } = together.units;
  const isJoined =
    length > 1 &&
    length < units.length &&
    (together.words !== null || asDrafted(text, entry, together.units) !== null);
  return isJoined ? together : divide(anatomy, units);
}

/** Below the first one; where the draft has a blank line between them, in the next run of items. */
function placeOf(bullet: Bullet, above: Unit | undefined, unit: Unit | undefined): PlaceBeside {
  const own = runOf(unit);
  const next = bullet.list.items[bullet.index + 1];
  if (own && own !== runOf(above) && next?.isApart)
    return { beside: next, side: 'above', runs: { beside: own, own } };
  return { beside: bullet, side: 'below', runs: { beside: runOf(above), own } };
}

/** The run of list items that the draft has one in. */
function runOf(unit: Unit | undefined): DraftGroup | null {
  const group = unit?.drafted?.group ?? null;
  return group && !group.group ? group : null;
}
