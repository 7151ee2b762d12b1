import type { ItemLink } from '../../report/links/item-links.ts';
import type { Span } from '../../markdown/span.ts';

/**
 * The links to the items that an entry is about: those it begins with, else the citations it ends with,
 * before the people it credits, else the first. A link after a word like “after” or “reverts” is only
 * mentioned. `prose` is the report's, in which links are blank.
 */
export function subjectsOf(prose: string, entry: Span, links: readonly ItemLink[]): ItemLink[] {
  const groups = groupsOf(prose, links);
  const [first] = groups;
  const last = groups.at(-1);
  if (!first || !last) return [];
  const opens = !/[\p{L}\p{N}]/u.test(prose.slice(entry.start, first[0]?.start));
  if (opens) return first;
  const cited = isCredits(prose.slice(last.at(-1)?.end, entry.end)) ? cite(prose, entry, last) : [];
  if (cited.length > 0) return cited;
  return groups.flatMap((group) => cite(prose, entry, group)).slice(0, 1);
}

/** Links with nothing but punctuation between them. */
function groupsOf(prose: string, links: readonly ItemLink[]): ItemLink[][] {
  const groups: ItemLink[][] = [];
  for (const link of links) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && !/[\p{L}\p{N}]/u.test(prose.slice(before.end, link.start)))
      group.push(link);
    else groups.push([link]);
  }
  return groups;
}

/** Whether the end of an entry is nothing but credits. */
function isCredits(end: string): boolean {
  const people = end.replace(/@[\w-]+|\b(?:by|and|with|thanks|to)\b/gi, '');
  return !/[\p{L}\p{N}]/u.test(people);
}

function cite(prose: string, { start }: Span, group: readonly ItemLink[]): ItemLink[] {
  let end = group[0]?.start ?? start;
  while (end > start && /[\s(["“*_]/.test(prose.charAt(end - 1))) end -= 1;
  const before = prose.slice(Math.max(start, end - LONGEST), end);
  return mentioning.test(before) ? group.slice(1) : [...group];
}

/** Longer than any of these words. */
const LONGEST = 60;

/** A sentence does not end with such a word: the link after it belongs to the sentence. */
const mentioning =
  /(?<![\p{L}\p{N}-])(?:a|an|the(?: (?:old|open|older|earlier|previous|original))?|and|or|but|after|as|because|before|behind|by|cf\.?|continu\w+|despite|fix(?:es|ed|ing)|follow(?:s|ed|ing)|follow-?ups?|for|from|in|instead|into|issues?|like|of|on|PRs?|requests?|replac\w+|revert\w*|see|see also|since|supersed\w+|than|through|to|unlike|until|unless|upon|via|wait\w*|was|while|with|without)$/iu;
