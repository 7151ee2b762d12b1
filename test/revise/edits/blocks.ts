import { type Chance, type Edit, indexes, insert, type Lines, pick, url } from './lines.ts';

/** What editors write between what they find. */
export const blockEdits = {
  insertProse: insert(({ word }) => [`Some ${word} by the editor.`]),
  insertCitation: insert(({ word, to }) => [
    [
      `See ${url('pull', to % 14)} for ${word}.`,
      `The ${word} of [this](${url('issues', to % 14)}).`,
      `About #${to % 14}, ${word}.`,
      `About linuxkit/linuxkit#${to % 14}, ${word}.`,
      `About [linuxkit/linuxkit#${to % 14}], ${word}.`,
      `<p>${word} <a href="${url('pull', to % 14)}">there</a></p>`,
    ][to % 6] ?? '',
  ]),
  insertReference: (lines: Lines, chance: Chance) => [
    ...insert(({ word }) => [`See [it][${word}].`])(lines, chance),
    '',
    `[${chance.word}]: ${url('pull', chance.to % 14)} "${chance.word}"`,
  ],
  insertDefinition: insert(({ word, to }) => [`[${word}]: ${url('pull', to % 14)}`]),
  insertTable: insert(({ word, to }) => [
    '| a | b |',
    '| --- | --- |',
    `| ${word} | [x](${url('pull', to % 14)}) |`,
  ]),
  insertHtml: insert(({ word }) => ['<div align="center">', word, '</div>']),
  insertOpenHtml: insert(({ word }) => [`<section id="${word}">`, '', word]),
  insertComment: insert(({ word, to }) => [`<!-- ${word}`, '', `- [#${to % 14}](x)`, '-->']),
  insertQuote: insert(({ word, to }) => [
    '> - a',
    '>',
    `>   ${word}`,
    `> - [b](${url('pull', to % 14)})`,
  ]),
  insertCode: insert(({ word, to }) => {
    const fence = ['```', '~~~'][to % 2] ?? '';
    const line = `- ${word} [#${to % 14}](${url('pull', to % 14)}) @rneugeba.`;
    return [fence, line, '### Core', '<!-- devreport record', fence];
  }),
  insertIndentedCode: insert(({ word }) => ['', `    - ${word}`]),
  insertList: insert(({ word, to }) => {
    const [first, second] =
      [
        ['-', '-'],
        ['*', '*'],
        ['1.', '2.'],
        ['1)', '1)'],
      ][to % 4] ?? [];
    return [`${first} ${word}`, `${second} more ${word}`];
  }),
  insertRule: insert(({ to }) => [['---', '***', '_ _ _'][to % 3] ?? '']),
  insertFootnote: (lines: Lines, { at, to, word }: Chance) => {
    const index = pick(indexes(lines, /^[A-Z].*\.$/), at);
    if (index === undefined) return lines;
    const note = [`[^${word}]: See ${url('pull', to % 14)}.`, '', `    And ${word} again.`];
    return [...lines.toSpliced(index, 1, `${lines[index]}[^${word}]`), '', ...note];
  },
  emptyLine: insert(() => ['', '']),
  leaveOpen: insert(({ word, to }) => [
    [`<!-- ${word}`, `<pre>${word}`, `~~~ ${word}`, '```'][to % 4] ?? '',
  ]),
} satisfies Record<string, Edit>;
