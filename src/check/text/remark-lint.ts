import type { Root } from 'mdast';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { CheckableReport } from './checkable-report.ts';
import type { Span } from '../../markdown/span.ts';

/** The spans of the findings of a rule of remark-lint. The messages are ours. */
export function findingsOf(plugin: Plugin<[], Root>, { text, root }: CheckableReport): Span[] {
  const checked = new VFile(text);
  unified().use(plugin).runSync(root, checked);
  return checked.messages.flatMap(({ place }) => {
    if (!place) return [];
    const { start, end } = 'start' in place ? place : { start: place, end: place };
    return start.offset === undefined || end.offset === undefined
      ? []
      : [{ start: start.offset, end: end.offset }];
  });
}
