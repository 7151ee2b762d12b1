import { type Chance, change, type Edit, ENTRY, type Lines } from './lines.ts';

/** What editors, and their tools, do to a text as a whole, line by line. */
export const textEdits = {
  frontMatter: (lines: Lines, { word }: Chance) => [
    '---',
    `title: ${word}`,
    'tags:',
    '  - week',
    '---',
    '',
    ...lines,
  ],
  otherBullets: (lines: Lines, { to }: Chance) =>
    lines.map((line) =>
      line.replace(/^(\s*)[-*+](\s+)(?=.*\[)/, `$1${'*+-'[to % 3]}${['   ', '\t', ' '][to % 3]}`),
    ),
  numberEntries: (lines: Lines, { to }: Chance) =>
    lines.map((line, index) =>
      ENTRY.test(line)
        ? line.replace(/^(\s*)[-*+]\s+/, `$1${to % 2 ? 1 : index}${'.)'[to % 2]} `)
        : line,
    ),
  looseLists: (lines: Lines) => lines.flatMap((line) => (ENTRY.test(line) ? [line, ''] : [line])),
  indentEntries: (lines: Lines) => lines.map((line) => (/^[-*+] /.test(line) ? `  ${line}` : line)),
  trailingBlanks: change(/\S$/, (line, { to }) => `${line}${['  ', '\t', '\\'][to % 3]}`),
  noBlankLines: (lines: Lines, { at }: Chance) =>
    lines.filter((line, index) => line !== '' || index % 7 !== at % 7),
} satisfies Record<string, Edit>;

/** The same on the text with its record. */
export const fileEdits: Record<string, (text: string) => string> = {
  crlf: (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  mixedEndings: (text) => text.replaceAll(/\r?\n(?=[^\n]*\n[-*#])/g, '\r\n'),
  noFinalNewline: (text) => text.trimEnd(),
  manyFinalNewlines: (text) => `${text}\n\n`,
  writeOn: (text) => `${text.trimEnd()}\n\nPS. It goes on below the record.\n`,
  byteOrderMark: (text) => (text.startsWith('\uFEFF') ? text : `\uFEFF${text}`),
};
