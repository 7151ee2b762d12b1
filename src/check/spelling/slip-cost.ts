/**
 * How unlikely it is that fingers, or a memory, made a word of another one: 0 for what happens daily
 * (a forgotten apostrophe, two letters swapped, a letter once instead of twice or the other way
 * round), 1 for a letter left out, or one that is a neighbour on the keyboard or another vowel, and
 * more for all else. Infinity for more than one slip, and for a letter too many at either end, which
 * makes names like okernel, systemd and vsock.
 */
export function slipCost(written: string, meant: string): number {
  const start = sharedStart(written, meant);
  const end = sharedEnd(written.slice(start), meant.slice(start));
  const [from, to] = [written, meant].map((word) => word.slice(start, word.length - end));
  if (from === undefined || to === undefined) return Infinity;
  const isFirst = start === 0;
  const isLast = end === 0;
  if (from.length === 2 && to.length === 2)
    return from === to.charAt(1) + to.charAt(0) ? 0 : Infinity;
  if (from.length > 1 || to.length > 1) return Infinity;
  if (from === '') return missing(to, meant.charAt(start - 1), isFirst, isLast);
  if (to === '') return isFirst ? Infinity : added(written, start, isLast);
  if (alike.test(written.slice(start)) && alike.test(meant.slice(start))) return 0;
  if (isFirst) return replaced(from, to) + AT_AN_END;
  // Names differ in their last vowel.
  return replaced(from, to) + (isLast && !areNeighbours(from, to) ? AT_AN_END : 0);
}

const AT_AN_END = 2;

/** Endings that sound alike: consistant and consistent, completors and completers. */
const alike = /^(?:[ae]nt(?:s|ly)?|[ae]nc(?:e|es|y)|[ai]bl[ey]|[ai]bility|[eo]rs?)$/;

function missing(letter: string, before: string, isFirst: boolean, isLast: boolean): number {
  if (letter === "'" || letter === before) return 0;
  return isFirst || isLast ? AT_AN_END : 1;
}

function added(written: string, at: number, isLast: boolean): number {
  const letter = written.charAt(at);
  const beside = [written.charAt(at - 1), written.charAt(at + 1)];
  if (beside.includes(letter)) return 0;
  if (isLast) return Infinity;
  const isEcho = letter === written.charAt(at - 2) || letter === written.charAt(at + 2);
  if (isEcho || beside.some((other) => areNeighbours(letter, other))) return 1;
  return vowels.has(letter) ? 2 : 3;
}

function replaced(from: string, to: string): number {
  const soundAlike = vowels.has(from) && vowels.has(to);
  return soundAlike || lookalikes.test(from + to) || areNeighbours(from, to) ? 1 : 3;
}

const lookalikes = /^(?:bd|db|gq|qg|il|li|uv|vu)$/;
const vowels = new Set('aeiouy');

/** How far the rows of a keyboard are from its left edge, in keys. */
const rows: [string, number][] = [
  ['qwertyuiop', 0],
  ['asdfghjkl', 0.25],
  ['zxcvbnm', 0.75],
];
const keys = new Map(
  rows.flatMap(([letters, left], y) =>
    Array.from(letters, (letter, index) => [letter, { x: index + left, y }] as const),
  ),
);

function areNeighbours(a: string, b: string): boolean {
  const [one, other] = [keys.get(a), keys.get(b)];
  return (
    one !== undefined && other !== undefined && Math.hypot(one.x - other.x, one.y - other.y) < 1.3
  );
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && b.startsWith(a.charAt(length), length)) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  const longest = Math.min(a.length, b.length);
  let length = 0;
  while (length < longest && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
