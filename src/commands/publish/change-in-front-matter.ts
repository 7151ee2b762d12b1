import { instantOf } from '../../period/instant.ts';
import { reportFrontMatter } from '../../report/report-front-matter.ts';
import type { Report } from '../../report/report.ts';

/** As Hugo, Zola, Docusaurus and Jekyll's plugins call it. */
const KEYS = ['lastmod', 'updated', 'last_update', 'last_modified_at', 'modified'];

/** The instant of the last change that the front matter of a report has; null without one. */
export function changeInFrontMatter(report: Report): string | null {
  const values = reportFrontMatter(report)?.read?.values ?? {};
  const written = KEYS.map((key) => values[key]).find((value) => value !== undefined);
  const text = typeof written === 'string' ? written : '';
  // Without a timezone, the clock of the machine would decide.
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+ ?(?:Z|[+-]\d{2}:?\d{2}))?$/.test(text)) return null;
  const time = Date.parse(text.replace(' ', 'T').replace(' ', ''));
  return Number.isNaN(time) ? null : instantOf(time);
}
