import type { Root } from 'mdast';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import type { Report } from './report.ts';
import type { Span } from '../markdown/span.ts';

/** Where a rule of remark-lint, as it comes, finds something in a report. The wording is ours. */
export function findingsOf(plugin: Plugin<[], Root>, { file, tree }: Report): Span[] {
  const checked = new VFile({ value: file.value });
  unified().use(plugin).runSync(tree, checked);
  return checked.messages.flatMap(({ place }) => {
    if (!place) return [];
    const { start, end } = 'start' in place ? place : { start: place, end: place };
    return start.offset === undefined || end.offset === undefined
      ? []
      : [{ start: start.offset, end: end.offset }];
  });
}
