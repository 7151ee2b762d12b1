import { readBackports } from '../../body/backports.ts';
import { readReferences, uniqueReferences } from '../../body/references.ts';
import { readReverts, withoutRevertedTitles } from '../../body/reverts.ts';
import type { Reference } from '../../../snapshot/schema.ts';

/**
 * The items that the title and the text of a change name: what it reverts, what it brings to another
 * branch, what it closes and mentions. Taking a fix back resolves nothing, so a revert closes nothing.
 *
 * @param from where the text is
 */
export function linksIn(
  { title, text, from }: { title: string; text: string; from: 'body' | 'commit' },
  repository: string,
  server: string,
): Reference[] {
  const reverts = readReverts(title, text, repository, server);
  const backports = readBackports(title, text, repository, server);
  const others = readReferences(withoutRevertedTitles(text), repository, from, server);
  const links = reverts.length > 0 ? others.map(asMention) : others;
  return uniqueReferences([...reverts, ...backports, ...links]);
}

/** Whether a change takes another one back. */
export function isRevert(references: readonly Reference[]): boolean {
  return references.some(({ relation }) => relation === 'reverts');
}

function asMention(reference: Reference): Reference {
  return { ...reference, relation: 'mentions' };
}
