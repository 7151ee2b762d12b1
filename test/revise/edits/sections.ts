import { type Chance, change, type Edit, indexes, insert, type Lines, pick } from './lines.ts';

/** What editors do to headings, and to the text below them. */
export const sectionEdits = {
  renameHeading: change(/^#{2,3} /, (line, { word }) => line.replace(/ .*/, ` ${word}`)),
  deleteHeading: change(/^#{2,3} /, () => []),
  demoteHeading: change(/^## /, (line) => `#${line}`),
  promoteHeading: change(/^### /, (line) => line.slice(1)),
  underlineHeading: change(/^## /, (line) => [line.slice(3), '---']),
  stressHeading: change(/^#{2,3} /, (line) => line.replace(/ (.*)/, ' **$1**')),
  linkHeading: change(/^#{2,3} /, (line) => line.replace(/ (.*)/, ' [$1](https://a.test)')),
  closeHeading: change(/^#{2,3} /, (line) => `${line} ${line.replace(/[^#]/g, '')}`),
  demoteAll: (lines: Lines) => lines.map((line) => (/^#{1,5} /.test(line) ? `#${line}` : line)),
  deleteSection: (lines: Lines, { at }: Chance) => {
    const span = sectionAt(lines, at);
    return span ? lines.toSpliced(span.start, span.end - span.start) : lines;
  },
  moveSection: (lines: Lines, { at, to }: Chance) => {
    const span = sectionAt(lines, at);
    if (!span) return lines;
    const rest = lines.toSpliced(span.start, span.end - span.start);
    const target = pick(indexes(rest, /^#{2,3} /), to) ?? rest.length;
    return rest.toSpliced(target, 0, ...lines.slice(span.start, span.end));
  },
  insertSection: insert(({ word, to }) => [
    `${'#'.repeat(2 + (to % 3))} ${word}`,
    '',
    `What ${word} is.`,
  ]),
  deleteComment: change(/^<!-- editor:.*-->$/, () => []),
  editComment: change(/^<!-- editor:.*-->$/, (line, { word }) =>
    line.replace(/-->$/, `${word} -->`),
  ),
} satisfies Record<string, Edit>;

function sectionAt(lines: Lines, at: number): { start: number; end: number } | undefined {
  const start = pick(indexes(lines, /^### /), at);
  if (start === undefined) return undefined;
  const end = lines.findIndex((line, index) => index > start && line.startsWith('#'));
  return end < 0 ? undefined : { start, end };
}
