import { inClaimsOrder } from './claims-order.ts';
import { meaningOf } from './meaning.ts';
import { joinSameSections } from './same-sections.ts';
import { isForDependencies } from './measure/dependencies.ts';
import { measureSpread, shareOf, type Spread } from './measure/spread.ts';
import type { Project, TriedChange } from './project.ts';
import { otherSection, type Proposal, type ProposedSection } from './proposal.ts';

/** Beside the one for everything else; more give no overview. */
const MOST = 7;
/** With fewer changes, a section without any may be one that has none at the moment. */
const ENOUGH_CHANGES = 20;

/**
 * Adds what an origin leaves open: joins sections of the same meaning, puts their claims in order, leaves
 * out those that the latest changes don't need, and adds a section for everything else.
 */
export function completeProposal(
  found: Proposal,
  { changes, tried, span = 'the last year' }: Pick<Project, 'changes' | 'tried' | 'span'>,
): Proposal {
  const other = otherSection();
  const all = joinSameSections(
    [...found.sections, ...(found.fallback === null ? [other] : [])],
    tried,
  );
  const fallback =
    all.find(({ title }) => meaningOf(title) === meaningOf(found.fallback ?? other.title))?.title ??
    other.title;
  const ordered = inClaimsOrder(all, changes);
  const spread = measureSpread(ordered, fallback, tried);
  const { kept, empty, small } = keepBusiest(ordered, spread);
  return {
    ...found,
    notes: [
      ...found.notes,
      ...note(`Nothing in ${span} was for`, empty),
      ...note('Too many sections; left out', small),
    ],
    sections: withNeededClaims(inClaimsOrder(kept, changes), fallback, tried),
    fallback,
  };
}

/** Without the claims order where only titles decide, and in any order alike. */
function withNeededClaims(
  sections: ProposedSection[],
  fallback: string,
  tried: readonly TriedChange[],
): ProposedSection[] {
  if (sections.some(({ paths }) => paths.length > 0)) return sections;
  const plain = sections.map(({ claims: _claims, ...section }) => section);
  const [before, after] = [plain, sections].map((list) => measureSpread(list, fallback, tried));
  const isSame = sections.every(
    ({ title }) => before?.changes.get(title)?.length === after?.changes.get(title)?.length,
  );
  return isSame ? plain : sections;
}

function note(what: string, titles: readonly string[]): string[] {
  return titles.length > 0 ? [`${what}: ${titles.join(', ')}.`] : [];
}

/** Leaves out sections without any change, and the smallest of too many. */
function keepBusiest(
  sections: readonly ProposedSection[],
  spread: Spread,
): { kept: ProposedSection[]; empty: string[]; small: string[] } {
  const isEmpty = ({ title }: ProposedSection) =>
    spread.total >= ENOUGH_CHANGES && shareOf(spread, title) === 0 && title !== spread.fallback;
  // However few, bumps hide what people did in any other section.
  const size = ({ title }: ProposedSection) =>
    title === spread.fallback || isForDependencies(title) ? Infinity : shareOf(spread, title);
  const filled = sections.filter((section) => !isEmpty(section));
  const busiest = new Set(filled.toSorted((a, b) => size(b) - size(a)).slice(0, MOST + 1));
  const titles = (list: readonly ProposedSection[]) => list.map(({ title }) => title);
  return {
    kept: filled.filter((section) => busiest.has(section)),
    empty: titles(sections.filter(isEmpty)),
    small: titles(filled.filter((section) => !busiest.has(section))),
  };
}
