/** What editors do to a text, crudely, as a person with an editor would: on lines, not on a tree. */
export type EditName = keyof typeof edits;

/** Where in the text an edit happens, and a word nobody else uses. */
export interface Chance {
  at: number;
  to: number;
  word: string;
}

type Lines = string[];
const ENTRY = /^(?:> )* {0,3}(?:[-*+]|\d+\.)\s.*(?:\/(?:pull|issues)\/\d+|\[#\d+\])/;

/** The lines that look like this, outside code blocks. */
function indexes(lines: Lines, wanted: RegExp): number[] {
  let isCode = false;
  return lines.flatMap((line, index) => {
    if (line === '```') isCode = !isCode;
    return !isCode && wanted.test(line) ? [index] : [];
  });
}
const pick = (places: number[], at: number): number | undefined => places[at % places.length];

/** Does something to one line that looks like this, if there is one. */
function change(wanted: RegExp, to: (line: string, chance: Chance) => string | string[]) {
  return (lines: Lines, chance: Chance): Lines => {
    const index = pick(indexes(lines, wanted), chance.at);
    return index === undefined
      ? lines
      : lines.toSpliced(index, 1, ...[to(lines[index] ?? '', chance)].flat());
  };
}

/** Puts lines where a block may begin: at a blank line. */
function insert(block: (chance: Chance) => string[]) {
  return (lines: Lines, chance: Chance): Lines => {
    const index = pick(indexes(lines, /^$/), chance.at);
    return index === undefined ? lines : lines.toSpliced(index, 0, '', ...block(chance));
  };
}

const url = (kind: string, number: number) =>
  `https://github.com/linuxkit/linuxkit/${kind}/${number}`;

export const edits = {
  deleteEntry: change(ENTRY, () => []),
  rewordEntry: change(ENTRY, (line, { word }) => line.replace(/ \[/, ` ${word} [`)),
  retitleEntry: change(ENTRY, (line, { word }) =>
    line.replace(/^([\s>]*(?:[-*+]|\d+\.)\s+).*?(?= \[)/, `$1${word}`),
  ),
  endEntryWithNote: change(ENTRY, (line, { word }) => [line, `  ${word} on the next line.`]),
  addSubItem: change(ENTRY, (line, { word }) => [line, `  - ${word} below.`]),
  checkEntry: change(ENTRY, (line) => line.replace(/^([\s>]*(?:[-*+]|\d+\.)\s+)/, '$1[x] ')),
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
    return lines.toSpliced(
      from,
      2,
      `${lines[from]} ${word} and ${next.replace(/^[\s>]*(?:[-*+]|\d+\.)\s+/, '')}`,
    );
  },
  nestEntry: change(ENTRY, (line, { word }) => [`- ${word}:`, `  ${line}`]),
  quoteEntry: change(ENTRY, (line) => ['', `> ${line}`, '']),
  referenceLinks: (lines: Lines, { at }: Chance) => {
    const index = pick(indexes(lines, ENTRY), at);
    if (index === undefined) return lines;
    const definitions: string[] = [];
    const line = (lines[index] ?? '').replace(
      /\[([^\]]+)\]\((\S+?)\)/g,
      (_, label: string, target: string) => {
        const name = `linuxkit/linuxkit${label}`;
        definitions.push(`[${name}]: ${target}`);
        return `[${name}]`;
      },
    );
    return [...lines.toSpliced(index, 1, line), '', ...definitions];
  },
  bareLinks: change(ENTRY, (line) => line.replace(/\[[^\]]+\]\((\S+?)\)/g, '$1')),
  renameHeading: change(/^#{2,3} /, (line, { word }) => line.replace(/ .*/, ` ${word}`)),
  deleteHeading: change(/^#{2,3} /, () => []),
  levelHeading: change(/^## /, (line) => `#${line}`),
  underlineHeading: change(/^## /, (line) => [line.slice(3), '---']),
  moveSection: (lines: Lines, { at, to }: Chance) => {
    const heads = indexes(lines, /^### /);
    const start = pick(heads, at);
    if (start === undefined) return lines;
    const end = lines.findIndex((line, index) => index > start && line.startsWith('#'));
    if (end < 0) return lines;
    const rest = lines.toSpliced(start, end - start);
    const target = pick(indexes(rest, /^#{2,3} /), to) ?? rest.length;
    return rest.toSpliced(target, 0, ...lines.slice(start, end));
  },
  deleteComment: change(/^<!-- editor:.*-->$/, () => []),
  editComment: change(/^<!-- editor:.*-->$/, (line, { word }) =>
    line.replace(/-->$/, `${word} -->`),
  ),
  insertProse: insert(({ word }) => [`Some ${word} by the editor.`]),
  insertCitation: insert(({ word, to }) => [
    [
      `See ${url('pull', to % 14)} for ${word}.`,
      `The ${word} of [this](${url('issues', to % 14)}).`,
      `About #${to % 14}, ${word}.`,
      `About linuxkit/linuxkit#${to % 14}, ${word}.`,
      `<p>${word} <a href="${url('pull', to % 14)}">there</a></p>`,
    ][to % 5] ?? '',
  ]),
  insertTable: insert(({ word, to }) => [
    '| a | b |',
    '| --- | --- |',
    `| ${word} | [x](${url('pull', to % 14)}) |`,
  ]),
  insertHtml: insert(({ word }) => ['<div align="center">', word, '</div>']),
  insertCode: insert(({ word, to }) => [
    '```',
    `- ${word} [#${to % 14}](${url('pull', to % 14)}) @rneugeba.`,
    '### Core',
    '```',
  ]),
  insertList: insert(({ word }) => [`- ${word}`, `- more ${word}`]),
  insertSection: insert(({ word, to }) => [
    `${'#'.repeat(2 + (to % 3))} ${word}`,
    '',
    `What ${word} is.`,
  ]),
  insertRule: insert(() => ['---']),
  insertFootnote: (lines: Lines, { at, to, word }: Chance) => {
    const index = pick(indexes(lines, /^[A-Z].*\.$/), at);
    if (index === undefined) return lines;
    return [
      ...lines.toSpliced(index, 1, `${lines[index]}[^${word}]`),
      '',
      `[^${word}]: See ${url('pull', to % 14)}.`,
    ];
  },
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
  numberEntries: (lines: Lines) =>
    lines.map((line) => (ENTRY.test(line) ? line.replace(/^(\s*)[-*+]\s+/, '$11. ') : line)),
  looseLists: (lines: Lines) => lines.flatMap((line) => (ENTRY.test(line) ? [line, ''] : [line])),
  indentEntries: (lines: Lines) => lines.map((line) => (/^[-*+] /.test(line) ? `  ${line}` : line)),
  trailingBlanks: change(/\S$/, (line) => `${line}  `),
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
  emptyLine: change(/^$/, () => ['', '', '']),
} satisfies Record<string, (lines: Lines, chance: Chance) => Lines>;

/** The text edited; its record stays at the end, and the line endings what they are. */
export function edit(text: string, name: EditName, chance: Chance): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const at = text.indexOf('<!-- devreport record');
  const lines = text.slice(0, at).split(eol);
  return (
    edits[name](lines, chance)
      .join(eol)
      .replace(/(\S[ ]*)$/, `$1${eol}${eol}`) + text.slice(at)
  );
}
