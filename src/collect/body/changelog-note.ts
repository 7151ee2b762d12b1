import type { BodyPart } from './body-parts.ts';

const NOTE_FENCE = /^(?:release-?notes?|changelog)\b/i;
const HEADING = /^ {0,3}#{1,6}[ \t](?<words>.+)$/s;
const BOLD = /^(?:[-*+][ \t]+)?(?:\*\*(?<stars>[^*]+)\*\*|__(?<bars>[^_]+)__)(?<rest>.*)$/;
const NOTE_LABEL =
  /^(?:(?:human readable )?description for the )?(?:change ?log|release notes?)(?: entry)?$/;
const LIST_MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/**
 * The sentence for the changelog that an author wrote into a body: the content of a `release-note`
 * or `changelog` fence (Kubernetes), else the paragraph below a heading or a bold line like
 * `**- Description for the changelog**` (LinuxKit, Moby), or the rest of that line. On one line,
 * with the items of a list joined by semicolons. Null without a note, or if it is `NONE`.
 */
export function changelogNote(parts: readonly BodyPart[]): string | null {
  const fenced = parts.filter(({ kind, info }) => kind === 'fence' && NOTE_FENCE.test(info));
  if (fenced.length > 0) return firstNote(fenced.map(({ text }) => text));

  let text = '';
  for (const part of [...parts, { kind: 'fence', text: '' } as const]) {
    if (part.kind !== 'fence') {
      text += part.text;
      continue;
    }
    const note = firstNote(labelled(text.split('\n'), part.text));
    if (note !== null) return note;
    text = '';
  }
  return null;
}

/** The text below each label; `below` is the content of the fence that follows the lines. */
function* labelled(lines: readonly string[], below: string): Generator<string> {
  const titles = lines.map(titleOf);
  for (const [index, title] of titles.entries()) {
    if (title === null || !NOTE_LABEL.test(title.words)) continue;
    let at = index + 1;
    if (title.rest === '') {
      while (lines[at]?.trim() === '') at += 1;
      if (at >= lines.length) {
        yield below;
        continue;
      }
    }
    const paragraph = [title.rest];
    for (; at < lines.length && lines[at]?.trim() !== '' && titles[at]?.rest !== ''; at += 1) {
      paragraph.push(lines[at] ?? '');
    }
    yield paragraph.join('\n');
  }
}

/** A heading or bold text: its words, in letters alone, and the rest of the line. */
function titleOf(line: string): { words: string; rest: string } | null {
  const bold = BOLD.exec(line)?.groups;
  const words = HEADING.exec(line)?.groups?.['words'] ?? bold?.['stars'] ?? bold?.['bars'];
  if (words === undefined) return null;
  const letters = words.toLowerCase().replace(/[^a-z]+/g, ' ');
  return { words: letters.trim(), rest: (bold?.['rest'] ?? '').replace(/^[ \t:]+/, '').trimEnd() };
}

function firstNote(candidates: Iterable<string>): string | null {
  for (const candidate of candidates) {
    const items: string[] = [];
    for (const line of candidate.split('\n')) {
      if (LIST_MARKER.test(line) || items.length === 0) items.push(line.replace(LIST_MARKER, ''));
      else items.push(`${items.pop() ?? ''} ${line}`);
    }
    const note = items
      .map((item) => item.replace(/\s+/g, ' ').trim())
      .filter((item) => item !== '')
      .join('; ');
    const letters = note.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
    if (!['', 'none', 'na', 'no'].includes(letters)) return note;
  }
  return null;
}
