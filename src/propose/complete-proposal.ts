import { inClaimsOrder } from './claims-order.ts';
import { kinds } from './kinds.ts';
import { meaningOf } from './meaning.ts';
import { joinSameSections } from './same-sections.ts';
import { isForDependencies } from './measure/dependencies.ts';
import { measureSpread, shareOf, type Spread } from './measure/spread.ts';
import type { Project, TriedChange } from './project.ts';
import { withWordsOfKinds } from './words-of-kinds.ts';
import { otherSection, type Proposal, type ProposedSection } from './proposal.ts';

/** Beside the one for everything else; more give no overview. */
const MOST = 7;
/** As many titles as a note names. */
const MOST_NAMED = 8;
/** How many times larger a section may become by what sections that are left out had, where it then has much. */
const MOST_GROWN = 2;
/** A share of the changes that is much for what is only left together. */
const MUCH = 1 / 3;
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
  const listed = [...found.sections, ...(found.fallback === null ? [other] : [])];
  const all = withWordsOfKinds(joinSameSections(listed, tried));
  const fallback =
    all.find(({ title }) => meaningOf(title) === meaningOf(found.fallback ?? other.title))?.title ??
    other.title;
  const { kept, empty, small } = keepBusiest(inClaimsOrder(all, changes), fallback, tried);
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
  if (titles.length === 0) return [];
  const more = titles.length - MOST_NAMED;
  const names = titles.slice(0, MOST_NAMED).join(', ');
  return [`${what}: ${names}${more > 0 ? ` and ${more} more` : ''}.`];
}

interface Kept {
  kept: ProposedSection[];
  /** Titles of sections without any change. */
  empty: string[];
  /** Titles of those that are too many. */
  small: string[];
}

/**
 * Leaves out sections without any change, and the smallest of too many, with those that would then mostly have
 * what these had: they would be for everything else, under another name.
 */
function keepBusiest(
  sections: readonly ProposedSection[],
  fallback: string,
  tried: readonly TriedChange[],
): Kept {
  const spread = measureSpread(sections, fallback, tried);
  const found = busiest(sections, spread);
  if (found.small.length === 0) return found;
  const after = measureSpread(found.kept, fallback, tried);
  const stand = ({ title }: ProposedSection) => {
    const [before, now] = [shareOf(spread, title), shareOf(after, title)];
    return title === fallback || now <= MUCH || now <= MOST_GROWN * before;
  };
  const standing = new Set(found.kept.filter(stand));
  if (standing.size === found.kept.length) return found;
  const left = sections.filter((one) => standing.has(one) || !found.kept.includes(one));
  const rest = keepBusiest(left, fallback, tried);
  const fallen = found.kept.filter((one) => !standing.has(one)).map(({ title }) => title);
  return { ...rest, small: [...fallen, ...rest.small] };
}

function busiest(sections: readonly ProposedSection[], spread: Spread): Kept {
  const isEmpty = ({ title }: ProposedSection) =>
    spread.total >= ENOUGH_CHANGES && shareOf(spread, title) === 0 && title !== spread.fallback;
  // However few, bumps hide what people did in any other section.
  const size = ({ title }: ProposedSection) =>
    title === spread.fallback || isForDependencies(title)
      ? Infinity
      : // Of all kinds of work, this one can be among everything else.
        title === kinds.chores.title
        ? 0
        : shareOf(spread, title);
  const filled = sections.filter((section) => !isEmpty(section));
  const largest = new Set(filled.toSorted((a, b) => size(b) - size(a)).slice(0, MOST + 1));
  const titles = (list: readonly ProposedSection[]) => list.map(({ title }) => title);
  return {
    kept: filled.filter((section) => largest.has(section)),
    empty: titles(sections.filter(isEmpty)),
    small: titles(filled.filter((section) => !largest.has(section))),
  };
}
