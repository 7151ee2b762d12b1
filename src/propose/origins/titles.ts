import { titleMatch } from '../../categorise/match.ts';
import { conventionalTitle, escapeExpression } from '../conventional-title.ts';
import { isChangelogPath } from '../generated-path.ts';
import { accompaniesOtherWork, headingOf } from '../heading.ts';
import { type KindOfWork, kinds } from '../kinds.ts';
import type { Project } from '../project.ts';
import { createProposal, createSection, type Proposal, type ProposedSection } from '../proposal.ts';

/** The share of the titles that must begin by a convention. */
const CONVENTIONAL = 0.5;
/** The share of the titles below which a beginning is not a section. */
const LEAST_SHARE = 0.03;
/** With fewer, the words of titles are chance. */
const ENOUGH_TITLES = 20;
/** `fix(cli)!: …`, and with an area in the place of the type: `kernel: …`, `pkg/init: …`. */
const BEGINNING = /^([\w./-]{1,40})(?:\([^)]*\))?!?: \S/;

/**
 * What most titles begin with: kinds of work as in Conventional Commits (`fix(cli): …`), or parts of the
 * project as in Linux (`kernel: …`).
 */
export function fromTitles({ titles, spellings }: Project): Proposal | null {
  const beginnings = titles.flatMap((title) => BEGINNING.exec(title)?.[1]?.toLowerCase() ?? []);
  if (beginnings.length < Math.max(1, titles.length * CONVENTIONAL)) return null;
  const byKind = sectionsOfKinds(titles, ({ types }) => [conventionalTitle({ types })]);
  const known = titleMatch(byKind.flatMap((section) => section.titles));
  const others = beginnings.filter(
    (name) => known(`${name}:`) === null && !isChangelogPath(name.toLowerCase()),
  );
  const own = [...new Set(others)]
    .map((name) => ({ name, count: others.filter((other) => other === name).length }))
    .filter(({ count }) => isEnough(count, titles))
    .toSorted((a, b) => b.count - a.count)
    .map(({ name, count }) => {
      const titled = conventionalTitle({ types: [escapeExpression(name)] });
      return createSection(headingOf(partNamed(name), spellings), {
        titles: [titled],
        why: [whyOf(count, titles)],
      });
    });
  return createProposal('from the conventional titles of the changes', [...byKind, ...own]);
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
    ...(types.length > 0 ? [conventionalTitle({ types })] : []),
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
