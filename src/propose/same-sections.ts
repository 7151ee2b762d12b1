import { pathMatch, titleMatch } from '../categorise/match.ts';
import { joinSections } from './join-sections.ts';
import { kinds } from './kinds.ts';
import { meaningOf } from './meaning.ts';
import type { TriedChange } from './project.ts';
import type { ProposedSection } from './proposal.ts';

/** The share of the changes that a short name claims, and that the long one must claim as well. */
const LEAST_SHARED = 0.5;

/** Joins sections that mean the same, by their titles and by what they claim of the changes. */
export function joinSameSections(
  sections: readonly ProposedSection[],
  tried: readonly TriedChange[],
): ProposedSection[] {
  const joined: ProposedSection[] = [];
  for (const section of sections) {
    const index = joined.findIndex(
      (other) =>
        meaningOf(other.title) === meaningOf(section.title) ||
        includes(other.title, section.title) ||
        includes(section.title, other.title) ||
        isShortFor(other, section, tried) ||
        isShortFor(section, other, tried),
    );
    const same = joined[index];
    if (same) joined[index] = joinSections(same, section, longer(same, section));
    else joined.push(section);
  }
  return joined;
}

/** Whether a kind of work has another among those that it names: `Build and tests` has tests, and CI. */
function includes(whole: string, part: string): boolean {
  const kind = Object.values(kinds).find(({ title }) => title === whole);
  const named = kind ? [...whole.split(' and '), ...kind.labels] : [];
  return named.some((name) => meaningOf(name) === meaningOf(part));
}

/** Whether titles call by a short name what another section has by its folder: `libct: …` for `libcontainer`. */
function isShortFor(
  { title, titles }: ProposedSection,
  { title: long, paths }: ProposedSection,
  tried: readonly TriedChange[],
): boolean {
  if (titles.length === 0 || paths.length === 0 || !abbreviates(title, long)) return false;
  const [named, touched] = [titleMatch(titles), pathMatch(paths)];
  const own = tried.filter((change) => named(change.title) !== null);
  const shared = own.filter((change) => change.paths.some((path) => touched(path) !== null));
  return own.length > 0 && shared.length >= own.length * LEAST_SHARED;
}

/** Whether a name is short for another: it begins alike, and has its other letters in the same order. */
function abbreviates(short: string, long: string): boolean {
  const [letters, all] = [short.toLowerCase(), long.toLowerCase()];
  if (letters.length < 2 || letters.length >= all.length || !all.startsWith(letters.charAt(0)))
    return false;
  let at = 0;
  for (const letter of letters) {
    at = all.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Of two names for the same, the one that needs no explanation; the first of those that mean the same. */
function longer({ title: a }: ProposedSection, { title: b }: ProposedSection): string {
  return meaningOf(a) !== meaningOf(b) && b.length > a.length ? b : a;
}
