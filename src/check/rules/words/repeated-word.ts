import { quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Finding } from '../../rule.ts';

/**
 * A repeated word.
 *
 * @example ok
 * ```md
 * All that that commit had had to do, and much, much more, never never; `the the` in code, set to `false` to, New York York and 10 10. The Structured Log log is really really long.
 * ```
 * @example not ok
 * ```md
 * The the boot was made easier, and
 * and quicker.
 * ```
 * ```text
 * 1:1-1:8: Repeated word `the`
 * 1:31-2:4: Repeated word `and`
 * ```
 */
export function* repeatedWord({ text, words, containers }: CheckableReport): Generator<Finding> {
  for (const { start: from, end: to } of containers) {
    for (const { 0: both, 1: word = '', index } of words.slice(from, to).matchAll(twice)) {
      const start = from + index;
      const end = start + both.length;
      const second = both.slice(word.length).trimStart();
      // A name, unless a sentence begins with it.
      const isFirst =
        /^[A-Z]/.test(word) && /[\w,;)]\s$/.test(text.slice(Math.max(from, start - 2), start));
      const isName = /^[A-Z]/.test(second) || isFirst;
      // By code or an address between the two.
      const isInterrupted = text.slice(start, end) !== both;
      if (isName || isInterrupted || mayRepeat.has(word.toLowerCase())) continue;
      yield { start, end, message: `Repeated word ${quote(word.toLowerCase())}` };
    }
  }
}

const twice = /(?<![\w'’./@#-])([a-z]{2,})[ \t]*(?:[ \t]|\r?\n[ \t]*)\1(?![\w'’/-]|\.\w)/gi;
const mayRepeat = new Set(
  'blah bye far had long many much never no really so that very way'.split(' '),
);
