import { meansItem } from '../../item/item-id.ts';
import type { Bullet } from '../../report/outline.ts';
import { sectionAt, type ReportSection } from '../../report/sections.ts';
import type { TextAnswer } from '../protocol.ts';
import { type DraftedEntry, draftedEntries, linkedDraft } from './drafts/drafted-entries.ts';
import { contentBeside } from './entry/entry-content.ts';
import { placeDrafted } from './drafts/place-drafted.ts';
import { entryFromFacts } from './drafts/entry-from-facts.ts';
import type { EditableText } from './text/editable-text.ts';
import { linkedText } from './text/linked-text.ts';
import { impossible } from './text/impossible.ts';
import { endOf, sectionOf } from './text/places.ts';
import { TextChanges } from './text/text-changes.ts';

/**
 * Writes the entry of an item that the text doesn't cite: where the draft has it, or at the end of the section
 * with a path.
 */
export function bringBack(text: EditableText, item: string, to: string | null): TextAnswer {
  const label = text.labelOf(item);
  const cited = text.citations.find((one) => meansItem(one.item, item));
  if (cited)
    throw impossible(
      `${label} is already in ${text.titleOf(cited.block.section)}. Move it from there.`,
    );
  const changes = new TextChanges(text);
  const target = to === null ? null : sectionOf(text, to);
  const drafted = draftedOf(text, item);
  const { sections } = text.report;
  const said = (section: ReportSection | undefined, title: string) =>
    `Brought ${label} back to ${section ? text.titleOf(section) : title}.`;
  if (drafted) {
    const { entry, draft, joint, isLeftOut } = drafted;
    const own = isLeftOut ? undefined : sectionAt(sections, entry.section);
    const isThere = target === null || target === own;
    if (!isLeftOut && isThere && placeDrafted(text, changes, drafted, joint))
      return changes.answer(said(own, entry.section), { text: entry.bullet.content });
    changes.refersTo(entry.bullet.node);
    const section = target ?? own ?? sectionNamed(text, item);
    const linked = linkedDraft(draft, linkedText(text, entry));
    const content = addAt(text, changes, section, entry.bullet, (beside) =>
      contentBeside(linked, entry.bullet, beside, label),
    );
    return changes.answer(said(section, ''), { text: content });
  }
  const section = target ?? sectionNamed(text, item);
  const { content, definitions, like } = entryFromFacts(text, item, section);
  for (const definition of definitions) changes.define(definition);
  addAt(text, changes, section, like, () => content);
  return changes.answer(said(section, ''), { text: content });
}

interface FoundDraft extends DraftedEntry {
  /** The joint entry that it is a part of. */
  joint: DraftedEntry['entry'] | null;
  /** Whether the draft itself doesn't have it: its section there means nothing. */
  isLeftOut: boolean;
}

/** The entry of an item, alone where the text has other pull requests of its joint entry. */
function draftedOf({ desk, citations }: EditableText, item: string): FoundDraft | null {
  const entries = draftedEntries(desk.drafts);
  const drafted = entries?.of(item);
  if (!entries || !drafted) {
    const other = entries?.without(item, new Set());
    return other ? { ...other, joint: null, isLeftOut: true } : null;
  }
  const cited = new Set(citations.map((one) => one.item));
  const { entry } = drafted;
  const isAlone = entry.items.every((one) => !entry.pulls.has(one) || !cited.has(one));
  const single = isAlone ? null : entries.without(item, entry.pulls);
  if (!single) return { ...drafted, joint: null, isLeftOut: false };
  // It is written in the place of the joint one.
  const part = { ...single.entry, section: entry.section, group: entry.group };
  return { entry: part, draft: drafted.draft, joint: entry, isLeftOut: false };
}

function sectionNamed(text: EditableText, item: string): ReportSection {
  const title = text.facts.get(item)?.section;
  const section = text.report.sections.find((one) => one.heading && one.title === title);
  if (section) return section;
  throw impossible(`The draft has no section for ${text.labelOf(item)}. Choose one.`);
}

/** @returns the content, in the form that it has at the end of the section */
function addAt(
  text: EditableText,
  changes: TextChanges,
  section: ReportSection,
  like: Bullet,
  contentAt: (beside: Bullet | null) => string,
): string {
  const place = endOf(text, section);
  const content = contentAt('beside' in place ? place.beside : null);
  if (!('beside' in place)) changes.addBlock(place.before, like, content);
  else if (place.beside.node.type === 'paragraph')
    changes.addParagraph(place.beside.list.block.index + 1, content);
  else changes.lists.add(place, like, content);
  return content;
}
