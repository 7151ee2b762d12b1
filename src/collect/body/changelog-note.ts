import type { BodyPart } from './body-parts.ts';
import { joinSentences, noteSentence } from './note-sentence.ts';

const NOTE_FENCE = /^(?:release-?notes?|changelog)\b(?!:none)/i;
const HEADING = /^ {0,3}#{1,6}[ \t](?<words>.+)$/s;
const BOLD = /^(?:[-*+][ \t]+)?(?:\*\*(?<stars>[^*]+)\*\*|__(?<bars>[^_]+)__)(?<rest>.*)$/;
const NOTE_LABEL =
  /^(?:(?:human readable )?description for the )?(?:change ?log|release notes?)(?: entry)?$/;

/**
 * The sentences for readers that an author wrote into a body: the content of `release-note` or
 * `changelog` fences (Kubernetes), else the paragraphs below headings or bold lines like
 * `**- Description for the changelog**` (LinuxKit, Moby), or the rest of those lines. On one line, each
 * once. Null without one, or if all say `NONE` or are no sentences: HTML, a table, a check list, what
 * the template left.
 */
export function changelogNote(parts: readonly BodyPart[]): string | null {
  const fenced = parts.filter(({ kind, info }) => kind === 'fence' && NOTE_FENCE.test(info));
  const texts = fenced.length > 0 ? fenced.map(({ text }) => text) : textsBelowLabels(parts);
  const sentences = new Set(texts.map(noteSentence).filter((sentence) => sentence !== ''));
  return sentences.size > 0 ? joinSentences([...sentences]) : null;
}

function textsBelowLabels(parts: readonly BodyPart[]): string[] {
  const found: string[] = [];
  let text = '';
  for (const part of [...parts, { kind: 'fence', text: '' } as const]) {
    if (part.kind !== 'fence') text += part.text;
    else {
      found.push(...labelled(text.split('\n'), part.text));
      text = '';
    }
  }
  return found;
}

/** The text below each label; `below` is the content of the fence that follows the lines. */
function labelled(lines: readonly string[], below: string): string[] {
  const titles = lines.map(titleOf);
  const isLabel = titles.map((title) => title !== null && NOTE_LABEL.test(title.words));
  return titles.flatMap((title, index) => {
    if (title === null || isLabel[index] !== true) return [];
    let at = index + 1;
    if (title.rest === '') {
      while (lines[at]?.trim() === '') at += 1;
      if (at >= lines.length) return [below];
    }
    const paragraph = [title.rest];
    const isInside = () =>
      at < lines.length && lines[at]?.trim() !== '' && titles[at]?.rest !== '' && !isLabel[at];
    for (; isInside(); at += 1) paragraph.push(lines[at] ?? '');
    return [paragraph.join('\n')];
  });
}

/** A heading or bold text: its words, in letters alone, and the rest of the line. */
function titleOf(line: string): { words: string; rest: string } | null {
  const bold = BOLD.exec(line)?.groups;
  const words = HEADING.exec(line)?.groups?.['words'] ?? bold?.['stars'] ?? bold?.['bars'];
  if (words === undefined) return null;
  const letters = words.toLowerCase().replace(/[^a-z]+/g, ' ');
  return { words: letters.trim(), rest: (bold?.['rest'] ?? '').replace(/^[ \t:]+/, '').trimEnd() };
}
