import type { Explanation } from './explanation.ts';
import type { Related } from '../view/entry-schema.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { field } from './fields.ts';

/** What the entry of an item takes back or brings to another branch, and what takes it back. */
export function relatedLines({ entry }: Explanation): string[] {
  if (!entry) return [];
  const { reverts, revertedBy, backports } = entry;
  const kinds = { reverts, 'reverted by': revertedBy, 'a backport of': backports };
  return Object.entries(kinds).flatMap(([name, related]) =>
    related.length > 0 ? [field('related', `${name} ${related.map(nameOf).join(', ')}`)] : [],
  );
}

function nameOf({ label, reportedOn }: Related): string {
  return `${plainText(label)}${reportedOn === null ? '' : `, reported on ${reportedOn}`}`;
}
