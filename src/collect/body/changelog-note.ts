import type { Passage } from './passages.ts';

const NOTE_FENCE = /^(?:release-?notes?|changelog)\b/i;
const HEADING = /^ {0,3}#{1,6}[ \t]+(?<words>.+)$/;
const BOLD = /^(?:[-*+][ \t]+)?(?:\*\*(?<stars>[^*]+)\*\*|__(?<bars>[^_]+)__)(?<rest>.*)$/;
const NOTE_LABEL =
  /^(?:(?:human readable )?description for the )?(?:change ?log|release notes?)(?: entry)?$/;
const LIST_MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/**
 * The sentence for the changelog that an author wrote into a body: what a `release-note` or
 * `changelog` fence holds (Kubernetes), else the paragraph below a heading or a bold line like
 * `**- Description for the changelog**` (LinuxKit, Moby), or behind it on its line. On one line;
 * the items of a list are joined by semicolons. Null when there is none, or it says so (`NONE`).
 */
export function changelogNote(passages: readonly Passage[]): string | null {
  const fenced = passages.filter(({ kind, info }) => kind === 'fence' && NOTE_FENCE.test(info));
  if (fenced.length > 0) return firstNote(fenced.map(({ text }) => text));

  const candidates: string[] = [];
  let text = '';
  for (const passage of [...passages, { kind: 'fence', text: '' } as const]) {
    if (passage.kind !== 'fence') {
      text += passage.text;
      continue;
    }
    candidates.push(...labelled(text.split('\n'), passage.text));
    text = '';
  }
  return firstNote(candidates);
}

/** The texts below each label; `below` is the fence that follows the lines. */
function labelled(lines: readonly string[], below: string): string[] {
  const titles = lines.map(titleOf);
  return titles.flatMap((title, index) => {
    if (title === null || !NOTE_LABEL.test(title.words)) return [];
    let at = index + 1;
    if (title.rest === '') {
      while (lines[at]?.trim() === '') at += 1;
      if (at >= lines.length) return [below];
    }
    const paragraph = [title.rest];
    for (; at < lines.length && lines[at]?.trim() !== '' && titles[at]?.rest !== ''; at += 1) {
      paragraph.push(lines[at] ?? '');
    }
    return [paragraph.join('\n')];
  });
}

/** A heading or bold text: the letters of its words, and what stands behind it on the line. */
function titleOf(line: string): { words: string; rest: string } | null {
  const bold = BOLD.exec(line)?.groups;
  const words = HEADING.exec(line)?.groups?.['words'] ?? bold?.['stars'] ?? bold?.['bars'];
  if (words === undefined) return null;
  const letters = words.toLowerCase().replace(/[^a-z]+/g, ' ');
  return { words: letters.trim(), rest: (bold?.['rest'] ?? '').replace(/^[ \t:]+/, '').trimEnd() };
}

function firstNote(candidates: readonly string[]): string | null {
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
