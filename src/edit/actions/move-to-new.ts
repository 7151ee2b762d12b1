import { toString } from 'mdast-util-to-string';
import { escapeMarkdown } from '../../markdown/escape.ts';
import { plainLine } from '../../markdown/plain-text.ts';
import { parseMarkdown } from '../../markdown/processor.ts';
import type { ReportSection } from '../../report/sections.ts';
import { withSubsections } from '../../revise/write/new-sections.ts';
import { endOfSection } from '../../revise/write/section-end.ts';
import type { TextAnswer } from '../protocol.ts';
import { moveEntry } from './move-entry.ts';
import type { EditableText } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { TextChanges } from './text/text-changes.ts';

/** Moves an entry to a new section behind its own, of the same depth. */
export function moveToNew(text: EditableText, at: number, title: string): TextAnswer {
  const entry = text.entryAt(at);
  const { report } = text;
  const { section } = entry.bullet.list.block;
  const line = plainLine(title);
  if (line === '') throw impossible('A new section needs a title.', 'Type one.');
  const known = report.sections.find((one) => one.title.toLowerCase() === line.toLowerCase());
  if (known) throw impossible(`There is already a section ${known.title}. Move the entry there.`);
  const depth = depthOfSiblings(section);
  const recordAt = report.record?.start ?? report.text.length;
  const last = withSubsections(report.sections, section, depth);
  const before = endOfSection({ report, recordAt }, last);
  const changes = new TextChanges(text);
  changes.blocks.addBlock(before, headingLine(depth, line));
  const content = moveEntry(text, changes, entry, { before });
  return changes.answer(`Moved ${text.nameOf(entry)} to the new section ${line}.`, {
    text: content,
  });
}

/** The depth of sections beside one; below the title of the report, of those in it. */
export function depthOfSiblings({ heading, path }: ReportSection): number {
  if (!heading) return 2;
  return path === '' ? Math.min(6, heading.depth + 1) : heading.depth;
}

/** A heading that shows a title, as somebody would type it if that shows the same. */
export function headingLine(depth: number, title: string): string {
  const [heading, ...others] = parseMarkdown(`# ${title}`).children;
  const isSame =
    heading?.type === 'heading' &&
    others.length === 0 &&
    heading.children.every(({ type }) => type === 'text') &&
    toString(heading) === title;
  return `${'#'.repeat(depth)} ${isSame ? title : escapeMarkdown(title)}`;
}
