import type { Span } from '../../../markdown/span.ts';
import { type Anatomy, entryWords } from '../entry/anatomy.ts';
import { cutWords } from './cut-words.ts';
import type { Unit } from './units.ts';

/** The pull requests of an entry in the order of its words, and the words of each; null for one sentence. */
export interface Division {
  units: Unit[];
  words: string[] | null;
}

/** Divides the words of an entry: each piece goes to the pull request that it cites, else in order. */
export function divide(anatomy: Anatomy, units: readonly Unit[]): Division {
  const ordered = inOrderOfWords(anatomy, units);
  const drafted = ordered.map((unit) =>
    unit.drafted?.anatomy ? entryWords(unit.drafted.anatomy) : null,
  );
  const words = cutWords(entryWords(anatomy), drafted);
  const placed = words && placedUnits(anatomy, ordered, words);
  return placed ? { units: placed, words } : { units: ordered, words: null };
}

function inOrderOfWords(anatomy: Anatomy, units: readonly Unit[]): Unit[] {
  const words = entryWords(anatomy);
  const placed = units.map((unit) => ({
    unit,
    at: unit.drafted?.anatomy ? words.indexOf(entryWords(unit.drafted.anatomy)) : -1,
  }));
  const isKnown = placed.every(({ at }) => at >= 0);
  return (isKnown ? placed.sort((a, b) => a.at - b.at) : placed).map(({ unit }) => unit);
}

/** Null where a piece cites two of them, or another one than its own. */
function placedUnits(
  anatomy: Anatomy,
  units: readonly Unit[],
  words: readonly string[],
): Unit[] | null {
  const spans = spansOf(anatomy, words);
  const cited = spans.map(({ start, end }) =>
    units.filter(({ item }) =>
      anatomy.inWords.some((one) => one.key === item && one.start >= start && one.end <= end),
    ),
  );
  if (cited.some((own) => own.length > 1)) return null;
  const left = units.filter((unit) => !cited.some(([own]) => own === unit));
  const placed = cited.map(([own]) => own ?? left.shift());
  const isWhole = new Set(placed).size === units.length;
  return isWhole ? placed.flatMap((unit) => unit ?? []) : null;
}

function spansOf({ text, words }: Anatomy, pieces: readonly string[]): Span[] {
  let at = words.start;
  return pieces.map((piece) => {
    const start = Math.max(at, text.indexOf(piece.replace(/\.$/, ''), at));
    at = start + piece.length;
    return { start, end: at };
  });
}
