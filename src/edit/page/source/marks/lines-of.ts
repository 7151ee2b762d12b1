import type { Range, Text } from '@codemirror/state';
import type { Decoration } from '@codemirror/view';
import type { Span } from '../../../../markdown/span.ts';

/** A decoration for each line that a span has a part of. */
export function linesOf(
  doc: Text,
  { start, end }: Span,
  decoration: Decoration,
): Range<Decoration>[] {
  const all = [];
  for (let line = doc.lineAt(start); ; line = doc.line(line.number + 1)) {
    all.push(decoration.range(line.from));
    if (line.to >= end || line.number === doc.lines) return all;
  }
}
