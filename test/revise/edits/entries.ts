import { BULLET, type Chance, change, contentOf, type Edit, ENTRY, indexes } from './lines.ts';
import { type Lines, pick } from './lines.ts';

const LINK = /\[([^\]]+)\]\((\S+?)\)/g;

/** What editors do to entries. */
export const entryEdits = {
  deleteEntry: change(ENTRY, () => []),
  rewordEntry: change(ENTRY, (line, { word }) => line.replace(/ \[/, ` ${word} [`)),
  retitleEntry: change(ENTRY, (line, { word }) =>
    line.replace(/^([\s>]*(?:[-*+]|\d+[.)])\s+).*?(?= \[)/, `$1${word}`),
  ),
  strikeEntry: change(ENTRY, (line) => line.replace(BULLET, '$1~~').replace(/(?= \[)/, '~~')),
  stressEntry: change(ENTRY, (line) => line.replace(BULLET, '$1**').replace(/(?= \[)/, '**')),
  endEntryWithNote: change(ENTRY, (line, { word }) => [line, `  ${word} on the next line.`]),
  endEntryLazily: change(ENTRY, (line, { word }) => [line, `${word} on the next line.`]),
  wrapEntry: change(ENTRY, (line) => line.replace(/ \[/, '\n  [').split('\n')),
  addParagraph: change(ENTRY, (line, { word }) => [line, '', `  ${word} in a paragraph.`, '']),
  addCode: change(ENTRY, (line, { word }) => [line, '', '  ```', `  - ${word}`, '  ```', '']),
  addSubItem: change(ENTRY, (line, { word }) => [line, `  - ${word} below.`]),
  addSubSubItem: change(ENTRY, (line, { word }) => [line, `  - ${word}`, `    1) more ${word}`]),
  checkEntry: change(ENTRY, (line, { to }) => line.replace(BULLET, `$1[${'x '[to % 2]}] `)),
  copyEntry: change(ENTRY, (line) => [line, line]),
  commentOutEntry: change(ENTRY, (line) => ['', `<!-- ${line.trim()} -->`, '']),
  moveEntry: (lines: Lines, { at, to }: Chance) => {
    const from = pick(indexes(lines, ENTRY), at);
    if (from === undefined) return lines;
    const rest = lines.toSpliced(from, 1);
    const target = pick(indexes(rest, ENTRY), to) ?? rest.length;
    return rest.toSpliced(target, 0, lines[from] ?? '');
  },
  mergeEntries: (lines: Lines, { at, word }: Chance) => {
    const from = pick(indexes(lines, ENTRY), at);
    const next = lines[(from ?? -1) + 1] ?? '';
    if (from === undefined || !ENTRY.test(next)) return lines;
    return lines.toSpliced(from, 2, `${lines[from]} ${word} and ${contentOf(next)}`);
  },
  nestEntry: change(ENTRY, (line, { word }) => [`- ${word}:`, `  ${line}`]),
  nestEntryDeep: change(ENTRY, (line, { word }) => [`- ${word}:`, `  - ${word}:`, `    ${line}`]),
  nestEntryByTab: change(ENTRY, (line, { word }) => [`-\t${word}:`, `\t${line}`]),
  unlistEntry: change(ENTRY, (line) => ['', contentOf(line), '']),
  quoteEntry: change(ENTRY, (line) => ['', `> ${line}`, '']),
  tableEntry: change(ENTRY, (line) => [
    '',
    '| What | Where |',
    '| --- | --- |',
    `| it | ${contentOf(line).replaceAll('|', '')} |`,
    '',
  ]),
  detailsAround: change(ENTRY, (line, { word }) => [
    '',
    '<details>',
    `<summary>${word}</summary>`,
    '',
    line,
    '',
    '</details>',
    '',
  ]),
  referenceLinks: (lines: Lines, { at, to }: Chance) => {
    const index = pick(indexes(lines, ENTRY), at);
    if (index === undefined) return lines;
    const definitions: string[] = [];
    const line = (lines[index] ?? '').replace(LINK, (_, label: string, target: string) => {
      const name = `linuxkit/linuxkit${label}`;
      definitions.push(`[${name}]: ${target}`);
      return [`[${name}]`, `[${label}][${name}]`, `[${name}][]`][to % 3] ?? '';
    });
    return [...lines.toSpliced(index, 1, line), '', ...definitions];
  },
  bareLinks: change(ENTRY, (line) => line.replace(LINK, '$2')),
  htmlLinks: change(ENTRY, (line) => line.replace(LINK, '<a href="$2">$1</a>')),
} satisfies Record<string, Edit>;
