import { toString } from 'mdast-util-to-string';
import { plainText } from '../../markdown/plain-text.ts';
import { readReport } from '../../report/report.ts';

/** The title of a report as plain text: its first heading, or its path where that shows nothing. */
export function reportTitle(text: string, path: string): string {
  const heading = readReport({ path, text }).sections.find((section) => section.heading)?.heading;
  const title = heading ? plainText(toString(heading.node)) : '';
  return title === '' ? path : title;
}
