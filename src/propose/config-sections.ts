import type { SectionInput } from '../config/schema/section-schema.ts';
import { slug } from '../config/slug.ts';
import type { ProposedSection } from './proposal.ts';

/** The `sections` and the `fallback` of a config, without options that equal their defaults. */
export function configSections(
  sections: readonly ProposedSection[],
  fallback: string,
): { sections: SectionInput[]; fallback: string | undefined } {
  const ids = uniqueIds(sections);
  return {
    sections: sections.map(
      ({ title, labels, titles, paths, share, repositories, claims }, index) => ({
        title,
        ...(ids[index] !== slug(title) && { id: ids[index] }),
        ...(claims !== undefined && { claims }),
        ...(labels.length > 0 && { labels }),
        ...(titles.length > 0 && { titles }),
        ...(paths.length > 0 && { paths }),
        ...(share !== undefined && { share }),
        ...(repositories !== undefined && { repositories }),
      }),
    ),
    fallback: ids[sections.findIndex(({ title }) => title === fallback)] ?? ids[0],
  };
}

/** Ids from the titles, numbered where two titles give the same. */
function uniqueIds(sections: readonly ProposedSection[]): string[] {
  const ids: string[] = [];
  for (const { title } of sections) {
    const id = slug(title);
    let number = 1;
    const numbered = () => (number === 1 ? id : `${id}-${number}`);
    while (ids.includes(numbered())) number += 1;
    ids.push(numbered());
  }
  return ids;
}
