import { oneOf, quote } from '../../../markdown/quote.ts';
import type { CheckableReport } from '../../text/checkable-report.ts';
import type { CheckContext } from '../../context/check-context.ts';
import type { Finding } from '../../rule.ts';
import { correctionsOf } from '../../spelling/corrections.ts';
import type { Dictionary } from '../../spelling/dictionary.ts';
import { namesOfReport } from '../../spelling/names-of-report.ts';
import { type Word, wordsOf } from '../../spelling/words.ts';

/**
 * An unknown word that is a likely slip in a common English one. Any other unknown word is taken for a
 * name; so is one that the report, or a report beside it, has in code, in an address, as a login or
 * with a capital inside a sentence. One that they use again and again counts only as a plain slip.
 *
 * @example ok
 * ```md
 * We moved containerd, the initrd and the rootfs from `hyprkit` to hyprkit; Dockerfiles, btrfs and
 * LinuxKit's @jtkukunas follow, as Ilya @errordeveloper said. Riyaz helped (@riyazdf). See docs/imrpoved.md.
 * The linix of linix and linix has chrony, extfs, kasan, runit and ubsan. The reedline of
 * https://example.org/kache keeps a kache of each paintable.
 * ```
 * @example not ok
 * ```md
 * Contrinutors asked for this wteaking to be imrpoved, wih success. Runing, said Ilya, runing.
 * It doesnt recieve a mergd one, however often we recieve and recieve it.
 * ```
 * ```text
 * 1:1-1:13: Unknown word `Contrinutors`; did you mean `Contributors`?
 * 1:29-1:37: Unknown word `wteaking`; did you mean `tweaking`?
 * 1:44-1:52: Unknown word `imrpoved`; did you mean `improved`?
 * 1:54-1:57: Unknown word `wih`; did you mean `with`?
 * 1:67-1:73: Unknown word `Runing`; did you mean `Running`?
 * 1:86-1:92: Unknown word `runing`; did you mean `running`?
 * 2:4-2:10: Unknown word `doesnt`; did you mean `doesn't`?
 * 2:11-2:18: Unknown word `recieve`; did you mean `receive`?
 * 2:21-2:26: Unknown word `mergd`; did you mean `merged` or `merge`?
 * 2:49-2:56: Unknown word `recieve`; did you mean `receive`?
 * 2:61-2:68: Unknown word `recieve`; did you mean `receive`?
 * ```
 */
export function* spelling(report: CheckableReport, context: CheckContext): Generator<Finding> {
  const { dictionary } = context;
  if (!dictionary) return;
  const known = new Set<string>();
  const unknown = new Map<string, Word[]>();
  for (const word of wordsOf(report)) {
    const { key } = word;
    if (known.has(key)) continue;
    const same = unknown.get(key);
    if (same) same.push(word);
    else if (isKnown(key, dictionary, context)) known.add(key);
    else unknown.set(key, [word]);
  }
  // A text in another language has no misspelt English words.
  if (unknown.size > 20 && unknown.size * 2 > known.size) return;
  const names = namesOfReport(report);
  const logins = loginsIn(report).join('\n');
  for (const [group, all] of unknown) {
    if (names.has(group)) continue;
    const found = all.filter((word) => !isPartOfName(word, dictionary, context));
    const [first] = found;
    if (!first || all.some(({ isName }) => isName)) continue;
    // `Riyaz` opens a sentence, `@riyazdf` is in another.
    if (/^[A-Z]/.test(first.text) && logins.includes(group)) continue;
    const isUsed = () =>
      all.length >= 3 || context.neighbours.words().some(({ plain }) => plain.has(group));
    const meant = correctionsOf(group, dictionary, isUsed);
    if (meant.length === 0 || context.neighbours.words().some((beside) => beside.names.has(group)))
      continue;
    for (const { start, end, text } of found) {
      const suggestions = meant.slice(0, 3).map((word) => capitalisedLike(word, text));
      const message = `Unknown word ${quote(text)}; did you mean ${oneOf(suggestions.map(quote))}?`;
      yield { start, end, message, group, suggestions };
    }
  }
}

function loginsIn({ mentions, definitions }: CheckableReport): string[] {
  const labels = [...definitions.keys()].filter((label) => label.startsWith('@'));
  return [...labels, ...mentions.map(({ login }) => login.toLowerCase())];
}

function isKnown(word: string, dictionary: Dictionary, { words }: CheckContext): boolean {
  if (dictionary.has(word)) return true;
  const forms = [word, word.replace(/s$/, ''), word.replace(/es$/, '')];
  return forms.some((form) => words.has(form));
}

/** `espeak-ng`, `vedant-pandey`. */
function isPartOfName({ joined }: Word, dictionary: Dictionary, context: CheckContext): boolean {
  return joined.some((other) => other.length > 1 && !isKnown(other, dictionary, context));
}

function capitalisedLike(word: string, model: string): string {
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
