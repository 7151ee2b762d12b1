import type { Block } from '../../report/outline.ts';
import type { ReportSection } from '../../report/sections.ts';
import type { EditedReport } from '../match/edited-report.ts';

type Placed = Pick<EditedReport, 'report' | 'recordAt'>;

/**
 * The index of the block that new content at the end of a section (or of the file) goes before: the
 * first of the definitions, footnotes and record that the section happens to end with, else the next
 * section's heading.
 */
export function endOfSection(edited: Placed, section = edited.report.sections.at(-1)): number {
  return indexBefore(edited, section, ({ node, start, end }) => {
    const isRecord = start <= edited.recordAt && edited.recordAt < end;
    return isRecord || node.type === 'definition' || node.type === 'footnoteDefinition';
  });
}

/** The same for a list of entries, which goes before comments, closing tags and rules, too. */
export function endOfEntries(edited: Placed, section: ReportSection): number {
  const end = endOfSection(edited, section);
  return indexBefore(edited, section, ({ node, index }) => {
    if (index >= end || node.type === 'thematicBreak') return true;
    return node.type === 'html' && CLOSING.test(node.value);
  });
}

const CLOSING = /^(?:\s*<!--(?:(?!-->)[\s\S])*-->|\s*<\/[\w-]+>)+$/;

function indexBefore(
  { report: { blocks } }: Placed,
  section: ReportSection | undefined,
  isTrailing: (block: Block) => boolean,
): number {
  const next = blocks.findIndex((block) => block.section.index > (section?.index ?? 0));
  let index = next < 0 ? blocks.length : next;
  for (;;) {
    const block = blocks[index - 1];
    // A section ends at its heading at the latest, which is never trailing.
    if (!block || !isTrailing(block)) return index;
    index -= 1;
  }
}
