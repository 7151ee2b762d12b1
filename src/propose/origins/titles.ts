import { titleMatch } from '../../categorise/match.ts';
import { conventionalTitle, escapeExpression } from '../conventional-title.ts';
import { isChangelogPath } from '../generated-path.ts';
import { groupedBy } from '../grouped-by.ts';
import { accompaniesOtherWork, headingOf, isHolder } from '../heading.ts';
import { type KindOfWork, kinds } from '../kinds.ts';
import { meaningOf } from '../meaning.ts';
import type { Project } from '../project.ts';
import {
  createProposal,
  createSection,
  otherSection,
  type Proposal,
  type ProposedSection,
} from '../proposal.ts';

/** The share of the titles that must begin by a convention. */
const CONVENTIONAL = 0.5;
/** The share of the titles below which a beginning is not a section. */
const LEAST_SHARE = 0.03;
/** With fewer, the words of titles are chance. */
const ENOUGH_TITLES = 20;
/** The share of the titles above which a part of the project is divided further. */
const TOO_LARGE = 1 / 3;
/** `fix(cli)!: …`, and with areas in the place of the type: `kernel: …`, `pkg/init: …`, `Kernel+AK: …`. */
const BEGINNING = /^(\w[\w./+,&-]{0,39})(?:\([^)]*\))?!?: \S/;
/** `[ci] …` */
const IN_BRACKETS = /^\[([a-z][\w./+,& -]{0,39})\]:? ?\S/i;

/**
 * What most titles begin with: kinds of work as in Conventional Commits (`fix(cli): …`), or parts of the
 * project as in Linux (`kernel: …`).
 */
export function fromTitles({ titles, spellings }: Project): Proposal | null {
  const beginnings = titles.flatMap((title) => beginningOf(title) ?? []);
  if (beginnings.length < Math.max(1, titles.length * CONVENTIONAL)) return null;
  const byKind = sectionsOfKinds(titles, ({ types }) => beginningWith(types, titles));
  const known = titleMatch(byKind.flatMap((section) => section.titles));
  const others = beginnings.filter((name) => known(`${name}:`) === null && !isChangelogPath(name));
  const own = areasIn(others, titles.length)
    .filter(({ count }) => isEnough(count, titles))
    .toSorted((a, b) => +isRest(a.name) - +isRest(b.name) || b.count - a.count)
    .map(({ name, isWhole, count }) => {
      const type = escapeExpression(name) + (isWhole ? '([/+,&][^:(]*)?' : '');
      return createSection(headingOf(partNamed(name), spellings), {
        titles: beginningWith([type], titles),
        why: [whyOf(count, titles)],
      });
    });
  return createProposal('from the conventional titles of the changes', [...byKind, ...own]);
}

function beginningOf(title: string): string | undefined {
  return (BEGINNING.exec(title) ?? IN_BRACKETS.exec(title))?.[1]?.toLowerCase();
}

/** Regular expressions for the titles that begin with one of these types, in the forms that the titles have. */
function beginningWith(types: readonly string[], titles: readonly string[]): string[] {
  const conventional = conventionalTitle({ types });
  const inBrackets = `^\\[(${types.join('|')})\\]`;
  const match = titleMatch([inBrackets]);
  return titles.some((title) => match(title) !== null)
    ? [conventional, inBrackets]
    : [conventional];
}

/** `misc: …` */
function isRest(name: string): boolean {
  return meaningOf(name) === meaningOf(otherSection().title);
}

interface Area {
  name: string;
  /** Whether it stands for all that is inside of it and all named after it, too: `net/tcp`, `net+fs`. */
  isWhole: boolean;
  count: number;
}

/** The areas that titles begin with; `net/tcp` and `net/udp` are both about `net`, unless that has too much. */
function areasIn(beginnings: readonly string[], total: number): Area[] {
  return [...groupedBy(beginnings, outermost)].flatMap(([name, inside]): Area[] => {
    const names = groupedBy(inside, (own) => own);
    if (names.size > 1 && !isHolder(name) && inside.length <= total * TOO_LARGE)
      return [{ name, isWhole: true, count: inside.length }];
    return [...names].map(([own, same]) => ({ name: own, isWhole: false, count: same.length }));
  });
}

function outermost(beginning: string): string {
  return beginning.split(/[/+,&]/)[0] ?? beginning;
}

/** `tests/int` and `docs/api` are about tests and documentation, whatever is in these. */
function partNamed(beginning: string): string {
  const [folder = ''] = beginning.split('/');
  return accompaniesOtherWork(folder) ? folder : beginning;
}

/** The kinds of work that titles in plain words name: `Fix …`, `Add …`. */
export function fromWordsOfTitles({ titles }: Project): Proposal | null {
  if (titles.length < ENOUGH_TITLES) return null;
  const sections = sectionsOfKinds(titles, ({ types, words }) => [
    ...beginningWith(types, titles),
    ...words,
  ]);
  return sections.length > 0 ? createProposal('from the words of the titles', sections) : null;
}

function sectionsOfKinds(
  titles: readonly string[],
  expressionsOf: (kind: KindOfWork) => string[],
): ProposedSection[] {
  return Object.values(kinds).flatMap((kind) => {
    const expressions = expressionsOf(kind);
    const match = titleMatch(expressions);
    const count = titles.filter((title) => match(title) !== null).length;
    if (!isEnough(count, titles)) return [];
    return [createSection(kind.title, { titles: expressions, why: [whyOf(count, titles)] })];
  });
}

function isEnough(count: number, titles: readonly string[]): boolean {
  return count >= Math.max(2, titles.length * LEAST_SHARE);
}

function whyOf(count: number, titles: readonly string[]): string {
  return `${count} of ${titles.length} titles name it.`;
}
