import type { PullRequest } from '../../snapshot/schema.ts';
import { bodyParts } from './body-parts.ts';
import { noteSentence } from './note-sentence.ts';

/** What a line like `changelog fix: Read empty files` says. */
export interface ChangelogLine {
  kind: NonNullable<PullRequest['changelog']>;
  /** The sentence for readers, on one line; null when the line has none. */
  text: string | null;
}

const KIND = /\[?(?<kind>feat(?:ure)?|fix|internal|skip)\]?/.source;
const WITH_COLON = new RegExp(
  `^[ \\t]*changelog(?::[ \\t]*|[ \\t]+)${KIND}(?:[ \\t]*:(?<text>.*)|[ \\t]*$)`,
  'i',
);
// Without a colon, capitals begin a sentence about the changelog.
const WITHOUT_COLON = new RegExp(`^[ \\t]*changelog[ \\t]+${KIND}[ \\t](?<text>.+)`);

/**
 * The last line of a body and its comments, oldest first, that says what an item is for the
 * changelog, as in rust-analyzer: `changelog feature: …`, `fix`, `internal` or `skip`, with or
 * without the colon and the text. HTML comments, quotes and code blocks don't count. Null without one.
 */
export function readChangelogLine(texts: readonly string[]): ChangelogLine | null {
  for (const text of texts.toReversed()) {
    if (!/changelog/i.test(text)) continue;
    const lines = bodyParts(text)
      .map((part) => (part.kind === 'fence' ? '\n' : part.text))
      .join('')
      .split('\n');
    for (const line of lines.toReversed()) {
      const found = (WITH_COLON.exec(line) ?? WITHOUT_COLON.exec(line))?.groups;
      if (found?.['kind'] === undefined) continue;
      const sentence = noteSentence(found['text'] ?? '');
      return { kind: kindOf(found['kind']), text: sentence === '' ? null : sentence };
    }
  }
  return null;
}

function kindOf(word: string): ChangelogLine['kind'] {
  const kind = word.toLowerCase();
  return kind === 'fix' || kind === 'internal' || kind === 'skip' ? kind : 'feature';
}
