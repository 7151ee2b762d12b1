import type { ConfigInput } from '../config/schema.ts';
import { slug } from '../config/slug.ts';
import type { ProposedSection } from './proposal.ts';

type Input = Pick<ConfigInput, 'fallback'> & { sections: SectionInput[] };
type SectionInput = NonNullable<ConfigInput['sections']>[number];

/** Sections as the config has them: only what is said, and an id where the title alone gives none. */
export function toSections(sections: readonly ProposedSection[], fallback: string): Input {
  const ids = idsOf(sections);
  return {
    sections: sections.map(({ title, labels, titles, paths, share, claims }, index) => ({
      title,
      ...(ids[index] !== slug(title) && { id: ids[index] }),
      ...(claims !== undefined && { claims }),
      ...(labels.length > 0 && { labels }),
      ...(titles.length > 0 && { titles }),
      ...(paths.length > 0 && { paths }),
      ...(share !== undefined && { share }),
    })),
    fallback: ids[sections.findIndex(({ title }) => title === fallback)] ?? ids[0],
  };
}

/** Ids that differ, also where titles don't. */
function idsOf(sections: readonly ProposedSection[]): string[] {
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
