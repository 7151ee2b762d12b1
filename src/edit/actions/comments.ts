import { visit } from 'unist-util-visit';
import { escapeMarkdown } from '../../markdown/escape.ts';
import { lineEndingAt, linePrefix, linesBetween, nextLine } from '../../markdown/lines.ts';
import { encloses, type Span, spanOf } from '../../markdown/span.ts';
import type { TextAnswer } from '../protocol.ts';
import type { EditableText } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { TextChanges } from './text/text-changes.ts';

/** A comment, and what is around it. */
interface FoundComment extends Span {
  /** What it says, without `editor:`. */
  lines: string[];
  /** Whether nothing else is on its lines. */
  isAlone: boolean;
  /** The end of what is above it in the same container; null when it comes first. */
  above: number | null;
}

/** Makes text of a comment: its question, selected to be written over. What else it says stays a comment. */
export function write(text: EditableText, at: number): TextAnswer {
  const comment = commentAt(text, at);
  const { start, end, lines, isAlone } = comment;
  const eol = lineEndingAt(text.text, start);
  const first = lines.findIndex((line) => line.trim() !== '');
  const question = escapeMarkdown(lines[first] ?? '') || '…';
  const rest = lines.slice(first + 1);
  const prefix = linePrefix(text.text, start).replace(/[^\s>]/g, ' ');
  const blank = prefix.trimEnd() + eol;
  const hasRest = rest.some((line) => line.trim() !== '') && first >= 0;
  // A paragraph goes on in the next line, unless a blank one is between.
  const needsBelow = hasRest || (isAlone && isFilled(text.text, nextLine(text.text, end)));
  const needsAbove = isAlone && isFilledAbove(text.text, start);
  const kept = hasRest ? `${prefix}<!-- editor:${eol}${rest.join(eol)}-->` : '';
  const written = [
    needsAbove ? blank + prefix : '',
    question,
    needsBelow ? eol + blank.slice(0, kept === '' ? -eol.length : undefined) : '',
    kept,
  ].join('');
  const changes = new TextChanges(text);
  changes.edit({ start, end, text: written });
  return changes.answer('The question is text now. Write over it.', {
    ...{ text: question, isWhole: true },
  });
}

/** Removes a comment, and the blank lines above it. */
export function deleteComment(text: EditableText, at: number): TextAnswer {
  const { start, end, isAlone, above } = commentAt(text, at);
  const changes = new TextChanges(text);
  changes.edit({ ...removedSpan(text.text, { start, end }, isAlone, above), text: '' });
  return changes.answer('Deleted the comment.', { at: start });
}

function removedSpan(
  text: string,
  { start, end }: Span,
  isAlone: boolean,
  above: number | null,
): Span {
  if (!isAlone) {
    const isBlank = (offset: number) => text[offset] === ' ';
    return isBlank(start - 1) && (isBlank(end) || /[\r\n]/.test(text[end] ?? '\n'))
      ? { start: start - 1, end }
      : { start, end };
  }
  const lineStart = start - linePrefix(text, start).length;
  const below = nextLine(text, end);
  if (above === null) {
    // The first of its container goes with the blank lines below it.
    let next = below;
    while (next < text.length && !isFilled(text, next) && nextLine(text, next) > next)
      next = nextLine(text, next);
    return { start: lineStart === 0 ? 0 : lineStart, end: next };
  }
  const isJoining = isFilledAbove(text, start) && isFilled(text, below);
  return isJoining ? { start, end } : linesBetween(text, above, end);
}

/** @throws {UsageError} `action-impossible` */
function commentAt({ report: { root, text, record } }: EditableText, at: number): FoundComment {
  const all: FoundComment[] = [];
  visit(root, 'html', (node, index, parent) => {
    const span = spanOf(node);
    if (!span || !encloses(span, { start: at, end: at })) return;
    const before = parent?.children[(index ?? 0) - 1];
    for (const match of text.slice(span.start, span.end).matchAll(/<!--([^]*?)-->/g)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      if (at < start || at > end) continue;
      const lead = linePrefix(text, start);
      const isAlone =
        /^[\s>]*$/.test(lead) && nextLine(text, end) > end - (end === text.length ? 1 : 0);
      const said = (match[1] ?? '').replace(/^\s*editor:[ \t]*/, '');
      const above = (before && spanOf(before)?.end) ?? null;
      all.push({
        start,
        end,
        lines: said.split(/\r\n|\n|\r/),
        isAlone,
        above: start > span.start ? start : above,
      });
    }
  });
  const isRecord = record !== null && record.start <= at && at <= record.end;
  if (isRecord)
    throw impossible("This comment is devreport's record, which a rerun needs. Leave it here.");
  const [found] = all;
  if (found) return found;
  throw impossible('There is no comment here. Put the cursor into one.');
}

function isFilled(text: string, lineStart: number): boolean {
  return /^[ \t>]*[^\s>]/.test(text.slice(lineStart, lineStart + 200));
}

function isFilledAbove(text: string, offset: number): boolean {
  const lineStart = offset - linePrefix(text, offset).length;
  if (lineStart === 0) return false;
  const end = text.slice(0, lineStart).replace(/(?:\r\n|\n|\r)$/, '').length;
  return /[^\s>]/.test(linePrefix(text, end));
}
