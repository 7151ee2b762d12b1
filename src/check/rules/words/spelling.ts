import { oneOf, quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { Context, Finding, IsEnabled } from '../../rule.ts';
import { type Word, wordsOf } from '../../spelling/words.ts';

/**
 * A word that no dictionary knows and that is one slip of the fingers away from an English one. What
 * is far from any is taken for a name; so is what stands somewhere in code, and a short word that
 * stands three times.
 *
 * @example ok
 * ```md
 * We moved containerd, the initrd and the rootfs from `hyprkit` to hyprkit; Dockerfiles, btrfs and
 * LinuxKit's @jtkukunas follow, as Ilya @errordeveloper said. Riyaz helped (@riyazdf). See docs/imrpoved.md.
 * The linix of linix and linix has chrony, extfs, kasan, runit and ubsan.
 * ```
 * @example not ok
 * ```md
 * Contrinutors asked for this wteaking to be imrpoved, wih success. Runing, said Ilya, runing.
 * ```
 * ```text
 * 1:1-1:13: `Contrinutors` is no word; did you mean `Contributors`?
 * 1:29-1:37: `wteaking` is no word; did you mean `tweaking` or `wreaking`?
 * 1:44-1:52: `imrpoved` is no word; did you mean `improved`?
 * 1:54-1:57: `wih` is no word; did you mean `with`?
 * 1:67-1:73: `Runing` is no word; did you mean `Running`, `Ruing` or `Ruining`?
 * ```
 * @example not ok, again and again
 * ```md
 * We imrpoved the shell, imrpoved the kernel and imrpoved the docs.
 * ```
 * ```text
 * 1:4-1:12: `imrpoved` is no word; did you mean `improved`? It stands there 3 times.
 * ```
 */
export function* spelling(
  report: CheckableReport,
  context: Context,
  isEnabled: IsEnabled,
): Generator<Finding> {
  const { dictionary } = context;
  if (!dictionary) return;
  const byWord = new Map<string, Word[]>();
  for (const word of wordsOf(report)) byWord.set(word.key, [...(byWord.get(word.key) ?? []), word]);
  const unknown = [...byWord].filter(([key]) => !isKnown(key, context));
  // A text in another language has no misspelt English words.
  if (unknown.length > 20 && unknown.length > byWord.size / 3) return;
  const logins = loginsIn(report);
  for (const [key, places] of unknown) {
    const told = places.filter((place) => !place.isName && isEnabled(place));
    const [first] = told;
    if (!first) continue;
    // `Riyaz` opens a sentence, `@riyazdf` stands in another.
    if (/^[A-Z]/.test(first.text) && logins.some((login) => login.includes(key))) continue;
    const near = slipsOf(key, dictionary.near(key));
    if (near.length === 0 || (places.length >= 3 && !isPlain(key, near))) continue;
    const { start, end, text } = first;
    const suggestions = near.slice(0, 3).map((word) => capitalisedLike(word, text));
    const times = told.length > 2 ? ` It stands there ${told.length} times.` : '';
    yield {
      start,
      end,
      message: `${quote(text)} is no word; did you mean ${oneOf(suggestions.map(quote))}?${times}`,
      suggestions,
    };
  }
}

function loginsIn({ mentions, definitions }: CheckableReport): string[] {
  const labels = [...definitions.keys()].filter((label) => label.startsWith('@'));
  return [...labels, ...mentions.map(({ login }) => login.toLowerCase())];
}

function isKnown(word: string, { dictionary, words }: Context): boolean {
  const forms = [word, word.replace(/s$/, ''), word.replace(/es$/, '')];
  return forms.some((form) => words.has(form) || dictionary?.has(form));
}

/** Too many short words are one slip away from another: of those only the plainest slips count. */
function slipsOf(word: string, near: readonly string[]): string[] {
  if (word.length >= 5) return [...near];
  return near.filter((other) => common.has(other) || (word.length === 4 && swapped(word, other)));
}

/** What stands there often is a name rather, unless it is long or has two letters swapped. */
function isPlain(word: string, near: readonly string[]): boolean {
  return word.length >= 6 || near.some((other) => swapped(word, other));
}

function swapped(word: string, other: string): boolean {
  return [...word].sort().join('') === [...other].sort().join('');
}

const common = new Set(
  'the and for are not was has can but with that this from have will been when which them they'.split(
    ' ',
  ),
);

function capitalisedLike(word: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
