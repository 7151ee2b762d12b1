import { toString } from 'mdast-util-to-string';
import { readReport } from '../../report/report.ts';

/** The title of a report as plain text: its first heading, or else its path. */
export function reportTitle(text: string, path: string): string {
  const heading = readReport({ path, text }).sections.find((section) => section.heading)?.heading;
  return heading ? toString(heading.node) : path;
}
