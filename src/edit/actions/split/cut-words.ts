const BETWEEN = '; ';

/**
 * Cuts words that were joined into as many pieces; null where they can't be.
 *
 * @param drafted the words that each piece had in the draft, if any
 */
export function cutWords(words: string, drafted: readonly (string | null)[]): string[] | null {
  if (drafted.length === 1) return [words];
  const last = drafted.at(-1);
  const stop = /(?<!\.)\.$/.exec(words)?.[0] ?? '';
  const rest = words.slice(0, words.length - stop.length);
  if (typeof last === 'string' && last !== '' && rest.endsWith(BETWEEN + last)) {
    const before = rest.slice(0, -(BETWEEN + last).length) + stop;
    const cut = cutWords(before, drafted.slice(0, -1));
    if (cut) return [...cut, last + stop];
  }
  const [first] = drafted;
  if (typeof first === 'string' && first !== '' && words.startsWith(first + BETWEEN)) {
    const cut = cutWords(words.slice((first + BETWEEN).length), drafted.slice(1));
    if (cut) return [first + stop, ...cut];
  }
  const pieces = rest.split(BETWEEN);
  return pieces.length === drafted.length && !pieces.includes('')
    ? pieces.map((piece) => piece + stop)
    : null;
}
