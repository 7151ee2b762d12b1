import type { Decision } from '../categorise/decision.ts';
import type { Config } from '../config/schema/schema.ts';
import { plainParagraph, plainText } from '../markdown/plain-text.ts';
import { expressionAtStart } from '../pattern/expression.ts';
import { asSentence, withoutFullStop } from './sentence.ts';

/** What an entry can be called, as the source has it. */
export interface EntryWords {
  title: string;
  note: string | null;
  /** For an item without title and note. */
  fallback: string;
}

export interface EntryText {
  /** One line of plain text in which balanced backticks may be code; never empty. */
  text: string;
  /** The expressions of `text.strip` that would have left nothing of the title, and were not used. */
  emptied: string[];
}

/** @param decision why an entry is in its section; null for one that is in none */
export type EntryTextOf = (
  words: EntryWords,
  decision: Pick<Decision, 'rule' | 'pattern'> | null,
) => EntryText;

/** The types of Conventional Commits, and those that projects add. */
const TYPE =
  /^(?<type>build|chore|ci|deps|docs?|feat(?:ure)?|(?:bug|hot)?fix|internal|minor|perf|refactor|revert|security|style|tests?)(?:\([^()]*\))?!?:\s+(?=\S)/i;

/**
 * The text of an entry: the note, which stays as it is, else the title. A title loses what
 * `text.strip` matches at its start, the type of a conventional commit (`fix(parser): `) where a
 * section claimed it by that type, and the full stop at its end. After what was removed it begins with
 * a capital letter, except for names and code.
 */
export function entryTexts({ strip }: Pick<Config['text'], 'strip'>): EntryTextOf {
  const stripped = strip.map((pattern) => ({ pattern, lengthIn: expressionAtStart(pattern) }));
  const claims = new Map<string, (title: string) => number | null>();

  /** The length of a type that the pattern of a section matches. */
  function typeLength(title: string, pattern: string): number {
    const found = TYPE.exec(title);
    const type = found?.groups?.['type'] ?? '';
    if (!found || type === '') return 0;
    const lengthIn = claims.get(pattern) ?? expressionAtStart(pattern);
    claims.set(pattern, lengthIn);
    return (lengthIn(title) ?? 0) >= type.length ? found[0].length : 0;
  }

  return ({ title, note, fallback }, decision) => {
    const emptied: string[] = [];
    const sentence = plainParagraph(note ?? '');
    if (sentence !== '') return { text: sentence, emptied };
    const whole = plainText(title);
    if (whole === '') return { text: fallback, emptied };

    let text = whole;
    for (const { pattern, lengthIn } of stripped) {
      const rest = text.slice(lengthIn(text) ?? 0);
      if (hasWords(rest)) text = rest.trimStart();
      else if (hasWords(text)) emptied.push(pattern);
    }
    const length = decision?.rule === 'titles' ? typeLength(text, decision.pattern) : 0;
    if (hasWords(text.slice(length))) text = text.slice(length);
    return { text: withoutFullStop(text === whole ? text : asSentence(text)), emptied };
  };
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
