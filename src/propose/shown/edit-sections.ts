import type { ProposedConfig, ProposedSection } from '../proposal.ts';
import { joinSections } from '../join-sections.ts';

/** What a person changes about proposed sections, which are named by their titles. */
export type SectionChange =
  | { do: 'rename'; title: string; to: string }
  | { do: 'merge'; title: string; into: string }
  | { do: 'drop'; title: string }
  /** `above` is null for the end of the report. */
  | { do: 'move'; title: string; above: string | null };

/**
 * A proposal with other sections. What a dropped section, or one that is merged into the fallback, has claimed
 * goes to the fallback, which itself can be renamed and moved only.
 */
export function editSections<Proposed extends Pick<ProposedConfig, 'sections' | 'fallback'>>(
  proposal: Proposed,
  change: SectionChange,
): Proposed {
  const { sections, fallback } = proposal;
  const { title } = change;
  const chosen = sections.find((section) => section.title === title);
  if (!chosen || (title === fallback && (change.do === 'merge' || change.do === 'drop')))
    return proposal;
  const others = sections.filter((section) => section !== chosen);
  switch (change.do) {
    case 'rename': {
      const renamed = sections.map((one) => (one === chosen ? { ...one, title: change.to } : one));
      const isFallback = title === fallback;
      return { ...proposal, sections: renamed, fallback: isFallback ? change.to : fallback };
    }
    case 'drop':
      return { ...proposal, sections: others };
    case 'merge':
      if (change.into === fallback) return { ...proposal, sections: others };
      return {
        ...proposal,
        sections: others.map((one) =>
          one.title === change.into ? joinSections(one, chosen) : one,
        ),
      };
    case 'move':
      return { ...proposal, sections: insertAbove(others, chosen, change.above) };
  }
}

function insertAbove(
  sections: readonly ProposedSection[],
  moved: ProposedSection,
  above: string | null,
): ProposedSection[] {
  const index = sections.findIndex(({ title }) => title === above);
  return index < 0 ? [...sections, moved] : sections.toSpliced(index, 0, moved);
}
