import { ownText } from './written-text.ts';

/**
 * `{{heading headings.issues "### Issues"}}`: a heading of the config, in the depth of the layout's
 * unless it has its own; without one, the layout's. Empty for an empty one.
 */
export function heading(own: unknown, layouts: unknown): string {
  const written = ownText(layouts);
  if (own === null || own === undefined) return written;
  const text = ownText(own).trim();
  const [marks = ''] = /^#*/.exec(written) ?? [];
  return text === '' || HEADING.test(text) ? text : `${marks} ${text}`;
}

const HEADING = /^#{1,6}\s/;
