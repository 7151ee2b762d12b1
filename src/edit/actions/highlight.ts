import { sectionAt, type ReportSection } from '../../report/sections.ts';
import { removeBlock } from '../../revise/write/blocks.ts';
import type { TextAnswer } from '../protocol.ts';
import { draftedEntries } from './drafts/drafted-entries.ts';
import { placeOfDrafted } from './drafts/place-drafted.ts';
import { moveEntry } from './move-entry.ts';
import { depthOfSiblings, headingLine } from './move-to-new.ts';
import { moved } from './move.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { endOf, type Place } from './text/places.ts';
import { TextChanges } from './text/text-changes.ts';

/** Moves an entry to the highlights, or a highlighted one back to where the draft has it. */
export function highlight(text: EditableText, at: number): TextAnswer {
  const entry = text.entryAt(at);
  const title = text.desk.highlights ?? 'Highlights';
  const section = text.report.sections.find((one) => isNamed(one, title));
  if (!section) return toNewHighlights(text, entry, title);
  if (entry.bullet.list.block.section === section) return back(text, entry, section);
  return moved(text, entry, endOf(text, section), ` to ${section.title}`);
}

function isNamed({ title, heading }: ReportSection, highlights: string): boolean {
  const own = title.toLowerCase();
  return heading !== null && (own === highlights.toLowerCase() || /^highlights?:?$/.test(own));
}

/** Before the first section with entries. */
function toNewHighlights(text: EditableText, entry: TextEntry, title: string): TextAnswer {
  const { blocks } = text.report;
  // Above the report's title nothing belongs.
  const first = text.sectionsTakingEntries.find(({ path }) => path !== '');
  const { block } = entry.bullet.list;
  const heading = blocks.find(({ node }) => node === first?.heading?.node);
  const before = (heading ?? block).index;
  const changes = new TextChanges(text);
  changes.blocks.addBlock(
    before,
    headingLine(first?.heading?.depth ?? depthOfSiblings(block.section), title),
  );
  const content = moveEntry(text, changes, entry, { before });
  return changes.answer(`Moved ${text.nameOf(entry)} to ${title}.`, { text: content });
}

function back(text: EditableText, entry: TextEntry, section: ReportSection): TextAnswer {
  const place = placeBefore(text, entry, section);
  const changes = new TextChanges(text);
  const content = moveEntry(text, changes, entry, place);
  const { report } = text;
  const { block, items } = entry.bullet.list;
  const isLast = items.length === 1 && block.node === entry.bullet.list.node;
  const isOffered = text.record.sections.some(({ path }) => path === section.path);
  const heading = report.blocks.find(({ node }) => node === section.heading?.node);
  // A heading that was made for the entry goes with it.
  if (heading && isLast && section.nodes.length === 2 && !isOffered)
    changes.edit(removeBlock(report, heading));
  return changes.answer(`Moved ${text.nameOf(entry)} back from ${section.title}.`, {
    text: content,
  });
}

/** Where an entry was before it was highlighted: where a rerun would write it. */
function placeBefore(text: EditableText, entry: TextEntry, highlights: ReportSection): Place {
  const [subject = ''] = entry.items;
  const drafted = draftedEntries(text.desk.drafts)?.of(subject);
  const { sections } = text.report;
  const path = drafted?.entry.section;
  const named = sections.find(
    (one) => one.heading && one.title === text.facts.get(subject)?.section,
  );
  const section = (path === undefined ? undefined : sectionAt(sections, path)) ?? named;
  const place = drafted && placeOfDrafted(text, drafted);
  if (place && section && section !== highlights) return place;
  if (section && section !== highlights) return endOf(text, section);
  throw impossible(
    `The report has no other section for ${text.nameOf(entry)}. Move it to one instead.`,
  );
}
