import { unclosedCitationLabel } from '../../../item/item-label.ts';
import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';
import type { Edit } from '../../../markdown/edit.ts';
import type { Span } from '../../../markdown/span.ts';
import { SpanIndex } from '../../../markdown/span-index.ts';

/**
 * An unmatched bracket or parenthesis in a paragraph or entry that cites an item or a person. `--fix`
 * deletes one that is left over right after a name or a link, and closes one that opens a reference.
 *
 * @example ok
 * ```md
 * - Unify the options (and their names, in [0, 5) or (0, 1]) [#1758](https://github.com/linuxkit/linuxkit/pull/1758) @rneugeba [sic].
 * - Quick tests (@deitch, [#1764)](https://github.com/linuxkit/linuxkit/pull/1764).
 *
 * a) thanks to @deitch :) — \[not this\] (and to @rneugeba ;)) :^)
 *
 * - \[Question] What for \( [#1759](https://github.com/linuxkit/linuxkit/issues/1759) @deitch.
 * ```
 * @example not ok
 * ```md
 * - Unify the options [#1758](https://github.com/linuxkit/linuxkit/pull/1758) @rneugeba @fntlnz].
 * - Media boot @pandrew @ajeetraina]).
 * - The tests (and their names @dave-tucker
 * - Sign the kernels ([#1952 [@deitch]).
 *
 * [#1952]: https://github.com/linuxkit/linuxkit/pull/1952
 * [@deitch]: https://github.com/deitch
 * ```
 * ```text
 * 1:94-1:95: Unmatched `]`
 * 2:34-2:36: Unmatched `])`
 * 3:13-3:14: Unclosed `(`
 * 4:21-4:27: Unclosed `[#1952`
 * ```
 * ```md fixed
 * - Unify the options [#1758](https://github.com/linuxkit/linuxkit/pull/1758) @rneugeba @fntlnz.
 * - Media boot @pandrew @ajeetraina.
 * - The tests (and their names @dave-tucker
 * - Sign the kernels ([#1952] [@deitch]).
 *
 * [#1952]: https://github.com/linuxkit/linuxkit/pull/1952
 * [@deitch]: https://github.com/deitch
 * ```
 */
export function* unbalancedBrackets(report: CheckableReport): Generator<Finding> {
  const citations = new SpanIndex<Span>([...report.links, ...report.mentions]);
  for (const container of report.containers) {
    const cited = citations.within(container);
    if (cited.length === 0) continue;
    const ends = new Set(cited.map(({ end }) => end));
    const { openers, closers } = unmatched(report, container);
    for (const opener of openers) {
      const { start, end, ...fixed } = closed(report, opener);
      yield { start, end, message: `Unclosed ${quote(report.text.slice(start, end))}`, ...fixed };
    }
    for (const { start, end } of closers) {
      const stray = report.text.slice(start, end);
      const leftOver = openers.length === 0 && stray.includes(']') && ends.has(start);
      yield {
        start,
        end,
        message: `Unmatched ${quote(stray)}`,
        ...(leftOver && { suggestions: [''], fix: { start, end, text: '' } }),
      };
    }
  }
}

/** An opening bracket with the label of a definition, and the edit that closes it; any other alone. */
function closed({ text, definitions }: CheckableReport, opener: Span): Span & { fix?: Edit } {
  const { start } = opener;
  const label = unclosedCitationLabel(text.slice(start, start + 100));
  if (label === null || !definitions.has(label.toLowerCase())) return opener;
  const span = { start, end: start + 1 + label.length };
  return { ...span, fix: { ...span, text: `[${label}]` } };
}

const pairs: Record<string, '(' | '['> = { ')': '(', ']': '[' };
/** Of an interval. */
const LONGEST = 100;

/**
 * Brackets without their other half, outside of links; adjacent closers are one. An escaped opener needs no
 * other half.
 */
function unmatched(
  { prose, shown, text }: CheckableReport,
  { start, end }: Span,
): { openers: Span[]; closers: Span[] } {
  const open: { at: number; character: '(' | '[' }[] = [];
  const counts = { '(': 0, '[': 0 };
  const unclosed: number[] = [];
  const closers: Span[] = [];
  const pop = (): (typeof open)[number] | undefined => {
    const last = open.pop();
    if (last) counts[last.character] -= 1;
    return last;
  };
  for (let at = start; at < end; at += 1) {
    const escaped = text[at - 1] === '\\' && /[[(]/.test(text[at] ?? '');
    const character = (escaped ? text : shown)[at] ?? '';
    if (character === '(' || character === '[') {
      open.push({ at, character });
      counts[character] += 1;
    }
    const opener = pairs[character];
    if (opener === undefined) continue;
    const last = open.at(-1)?.at;
    if (last !== undefined && at - last < LONGEST && interval.test(text.slice(last, at + 1))) {
      pop();
    } else if (counts[opener] > 0) {
      for (let half = pop(); half && half.character !== opener; half = pop())
        unclosed.push(half.at);
    } else if (prose[at] !== character) {
      continue;
    } else if (character === ']' || !endsLabel.test(prose.slice(Math.max(start, at - 5), at))) {
      const before = closers.at(-1);
      if (before?.end === at) before.end = at + 1;
      else closers.push({ start: at, end: at + 1 });
    }
  }
  const openers = [...unclosed, ...open.map(({ at }) => at)]
    .filter((at) => text[at - 1] !== '\\' && prose[at] === text[at])
    .map((at) => ({ start: at, end: at + 1 }));
  return { openers, closers };
}

/** `[0, 5)`, `(0, 1]` */
const interval = /^(?:\[[\w.+∞-]+,\s*[\w.+∞-]+\)|\([\w.+∞-]+,\s*[\w.+∞-]+\])$/;

/** `a)`, `12)`, `:)`, `;))` at the end of a parenthesis */
const endsLabel = /(?:^|\s)(?:[a-z]|\d{1,2}|[:;=8][-^]?\)?)$/i;
