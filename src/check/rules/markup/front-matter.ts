import { frontMatterIn } from '../../../front-matter/front-matter-in.ts';
import { readFrontMatter } from '../../../front-matter/read-front-matter.ts';
import { plainLine } from '../../../markdown/plain-text.ts';
import type { Finding } from '../../rule.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';

/**
 * Front matter that is not valid YAML: a site generator would refuse the report, and so would a later run
 * of devreport. Nothing else in front matter is checked, and nothing in TOML.
 *
 * @example ok
 * ```md
 * ---
 * title: "A report: #12"
 * tags: [wekly]
 * ---
 *
 * Text
 * ```
 * @example not ok
 * ```md
 * ---
 * title: A report: of the week
 * ---
 *
 * Text
 * ```
 * ```text
 * 2:1-2:29: Nested mappings are not allowed in compact mappings
 * ```
 */
export function* frontMatter({ text }: CheckableReport): Generator<Finding> {
  const found = frontMatterIn(text);
  if (found?.format !== 'yaml') return;
  const lines = found.content.split('\n');
  for (const { line, message } of readFrontMatter(found.content).problems ?? []) {
    const above = lines.slice(0, line - 1);
    const start = above.reduce((sum, { length }) => sum + length + 1, found.start);
    const end = start + (lines[line - 1] ?? '').trimEnd().length;
    yield { start, end, message: plainLine(message) };
  }
}
