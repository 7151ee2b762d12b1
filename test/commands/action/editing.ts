import fc from 'fast-check';

/** What an editor does to the text of a report. Each line that is written has a word of its own. */
export interface TextEdit {
  kind: 'reword' | 'delete' | 'add' | 'item' | 'heading' | 'move' | 'crlf' | 'lf' | 'no record';
  at: number;
}

export const textEdit: fc.Arbitrary<TextEdit> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('reword', 'delete', 'add', 'item', 'move') },
    { weight: 2, arbitrary: fc.constantFrom('heading', 'crlf', 'lf') },
    { weight: 1, arbitrary: fc.constant('no record' as const) },
  ),
  at: fc.nat(20),
});

const RECORD = '<!-- devreport record';
const ENTRY = /^- .*\[#\d+\]/;

/** @param word one that is nowhere else */
export function edited(text: string, { kind, at }: TextEdit, word: string): string {
  if (kind === 'crlf') return text.replace(/\r?\n/g, '\r\n');
  if (kind === 'lf') return text.replaceAll('\r\n', '\n');
  const end = text.includes(RECORD) ? text.indexOf(RECORD) : text.length;
  if (kind === 'no record') return `${text.slice(0, end)}${word} ends it.\n`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.slice(0, end).split(eol);
  return [...changed(lines, kind, at, word)].join(eol) + text.slice(end);
}

function changed(lines: string[], kind: TextEdit['kind'], at: number, word: string): string[] {
  const entry = chosen(lines, ENTRY, at);
  const blank = chosen(lines, /^$/, at);
  const heading = chosen(lines, /^## /, at);
  if (kind === 'add') return lines.toSpliced(blank, 0, '', `${word} was here, in a sentence.`, '');
  if (kind === 'heading' && heading >= 0) return lines.with(heading, `## ${word} of the week`);
  if (entry < 0) return lines;
  const line = lines[entry] ?? '';
  if (kind === 'reword')
    return lines.with(entry, line.replace(/^- .*?(?= \[#)/, `- ${word} says so`));
  if (kind === 'item') return lines.toSpliced(entry, 0, `- ${word} has more to say`);
  if (kind === 'delete') return lines.toSpliced(entry, 1);
  const without = lines.toSpliced(entry, 1);
  return kind === 'move'
    ? without.toSpliced(Math.max(0, chosen(without, ENTRY, at * 7)), 0, line)
    : lines;
}

/** The index of one of the lines that look so; -1 without any. */
function chosen(lines: readonly string[], wanted: RegExp, at: number): number {
  const found = lines.flatMap((line, index) => (wanted.test(line) ? [index] : []));
  return found[at % found.length] ?? -1;
}

/** A word that no other line has. */
export const wordOf = (count: number) => `Editor${String(count)}`;

/** The lines that an editor wrote, with their ends. */
export function writtenLines(text: string | null): string[] {
  return (text ?? '').split(/(?<=\n)/).filter((line) => /Editor\d/.test(line));
}

/** Those of the first texts that the second ones lack, where the order counts. */
export function lostFrom(before: readonly string[], after: readonly string[]): string[] {
  let from = 0;
  return before.filter((line) => {
    const at = after.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}
