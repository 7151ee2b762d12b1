import { kindCalled, kinds } from './kinds.ts';
import type { ProposedSection } from './proposal.ts';

const known = new Set<string>(Object.values(kinds).flatMap(({ words }) => words));

/**
 * Where titles in plain words decide about some kinds of work, they do so about all: titles count before paths, so
 * `Fix a typo` would be a fix, whatever files it changed.
 */
export function withWordsOfKinds(sections: readonly ProposedSection[]): ProposedSection[] {
  const hasWords = ({ titles }: ProposedSection) => titles.some((title) => known.has(title));
  if (!sections.some(hasWords)) return [...sections];
  return sections.map((section) => {
    const words = kindCalled(section.title)?.words ?? [];
    return hasWords(section) ? section : { ...section, titles: [...section.titles, ...words] };
  });
}
