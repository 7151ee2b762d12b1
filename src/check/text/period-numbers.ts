import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import { cadenceOf } from '../../period/cadence.ts';
import type { Period } from '../../period/period.ts';
import { dateOf } from '../../period/timezone.ts';
import { type CountedNumber, numberPatterns, phrasesAbout } from './period-phrases.ts';

dayjs.extend(utc);

/** A number about the whole period, at an offset. */
export interface PeriodNumber extends CountedNumber {
  start: number;
  said: string;
}

/**
 * The numbers of a text that are about the whole period, in order. A sentence is divided at its commas,
 * colons and dashes: a part with nothing but numbers counts, unless a part before it names something else,
 * like a topic or another week.
 */
export function periodNumbers(
  text: string,
  of: Pick<Period, 'start' | 'end' | 'timezone'>,
): PeriodNumber[] {
  const cadence = cadenceOf(of);
  const { isWhole, wholePeriod, goesOn } = phrasesAbout(
    cadence === 'month' ? dayjs.utc(dateOf(of.start, of.timezone)).format('MMMM YYYY') : null,
  );
  // Emphasis doesn't matter, and blanks keep the offsets.
  const plain = text.replace(/\*\*|__/g, (marks) => ' '.repeat(marks.length));
  return sentencesOf(plain).flatMap((sentence) => {
    const [, covered = cadence] = /this\s+(week|month)/i.exec(sentence.text) ?? [];
    if (covered.toLowerCase() !== cadence) return [];
    const parts = partsOf(sentence);
    const other = parts.findIndex(
      (part) => !wholePeriod.test(part.text) && !isWhole.test(part.text) && isScope(part),
    );
    let isAfterWhole = false;
    return (other < 0 ? parts : parts.slice(0, other)).flatMap((part) => {
      // Who closed 12 issues, the part before says.
      isAfterWhole = wholePeriod.test(part.text) || (isAfterWhole && goesOn.test(part.text));
      return isAfterWhole ? numbersIn(part) : [];
    });
  });
}

interface Part {
  text: string;
  start: number;
}

function sentencesOf(text: string): Part[] {
  // eslint-disable-next-line regexp/no-super-linear-move -- the last sentence matches up to the end
  return [...text.matchAll(/\S[^]*?(?=[.!?](?:\s|$)|$)/g)].map(({ 0: said, index }) => {
    // The end of the sentence before.
    const sentence = said.replace(/^[.!?]\s+/, '');
    return { text: sentence, start: index + said.length - sentence.length };
  });
}

/** A part of a sentence, and the character behind it. */
interface SentencePart extends Part {
  end: string;
}

function partsOf({ text, start }: Part): SentencePart[] {
  return [...text.matchAll(/((?:[^,;:—–]|,(?!\s))+)([,;:—–]?)/g)].map(
    ({ 1: part = '', 2: end = '', index }) => ({
      text: part.trim(),
      start: start + index + part.length - part.trimStart().length,
      end,
    }),
  );
}

/** Whether a part limits those behind it: “In the kernel”, “Last week”, “Core:”. */
function isScope({ text, end }: SentencePart): boolean {
  if (end === ':') return !/\b(?:week|month|days|numbers|period|total|summary)\b/i.test(text);
  return /^(?:across|among|at|by|during|for|from|in|of|on|over|since|under|until|with(?:in)?)\b|\b(?:last|previous|so far|since|year)\b/i.test(
    text,
  );
}

function numbersIn({ text, start }: Part): PeriodNumber[] {
  return numberPatterns
    .flatMap(({ patterns, ...about }) => {
      const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
      return match ? [{ start: start + match.index, said: match[0], ...about }] : [];
    })
    .sort((a, b) => a.start - b.start);
}
