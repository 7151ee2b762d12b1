import { leading } from './edges.ts';
import { connects, entryParts, labelOf } from './entry-parts.ts';
import type { EntryToken } from './entry-tokens.ts';
import type { EntryShape, ShapePart, Wording } from './shape-part.ts';

/** The shape that most of the entries have; null without any. */
export function shapeOf(
  entries: readonly (readonly EntryToken[])[],
  home: string,
): EntryShape | null {
  const shapes = entries.map((tokens) => entryParts(tokens, home));
  const byKey = new Map<string, ShapePart[][]>();
  for (const parts of shapes) {
    const key = keyOfParts(parts);
    byKey.set(key, [...(byKey.get(key) ?? []), parts]);
  }
  const [found] = [...byKey.values()].toSorted((a, b) => score(b) - score(a));
  const [first] = found ?? [];
  if (!found || !first) return null;
  const parts = first.map((part, index) =>
    merged(
      part,
      found.map((one) => one[index]),
      entries,
      home,
    ),
  );
  return {
    parts,
    words: wordsOf(entries),
    isAuthorOnly: entries.every(
      (tokens) => tokens.filter(({ kind }) => kind === 'person').length < 2,
    ),
    like: found.length,
    of: entries.length,
  };
}

/** Of a whole entry: what it leads to and says; entries without that are fewer. */
function score(found: readonly ShapePart[][]): number {
  const [parts = []] = found;
  const kinds = new Set(parts.map(({ kind }) => kind));
  const isWhole = kinds.has('titled') || (kinds.has('text') && kinds.has('items'));
  return found.length * (isWhole ? 2 : 1) + (kinds.has('people') ? 0.5 : 0);
}

/** A key that entries of one shape share; how many items or people each has makes no difference. */
export function keyOfParts(parts: readonly ShapePart[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'literal':
          return part.text;
        case 'items':
          return `<${part.style} items>`;
        case 'people':
          return `<${part.style} ${part.at ? '@' : ''}people>`;
        case 'titled':
          return `<titled ${part.before ? 'before' : ''}${part.number ?? ''}>`;
        case 'text':
          return '<text>';
      }
    })
    .join('');
}

/** The part as most entries have it. */
function merged(
  part: ShapePart,
  all: readonly (ShapePart | undefined)[],
  entries: readonly (readonly EntryToken[])[],
  home: string,
): ShapePart {
  if (part.kind !== 'items' && part.kind !== 'people') return part;
  const betweens = all.flatMap((one) => (one?.kind === part.kind ? (one.between ?? []) : []));
  const between = mostFrequent(betweens);
  if (part.kind === 'people') return { ...part, between };
  const items = entries.flat().filter((token) => token.kind === 'item');
  return { ...part, between, label: labelOf(items, home) };
}

export function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most ? most[0] : null;
}

function wordsOf(entries: readonly (readonly EntryToken[])[]): Wording {
  const texts = entries.flatMap((tokens) => {
    const first = tokens.find(
      (token) => token.kind === 'titled' || (token.kind === 'words' && !connects(token.text)),
    );
    return first && 'text' in first
      ? [first.text.slice(leading(first.text, /[\s\p{P}]/u).length)]
      : [];
  });
  const most = (test: RegExp) => texts.filter((text) => test.test(text)).length * 2 > texts.length;
  if (
    most(
      /^(?:[a-z]{2,}ed|added|made|built|brought|kept|wrote|took|gave|got|left|sent|ran|hid|found|set|put)\b/i,
    )
  )
    return 'past';
  return most(/^\p{Ll}/u) ? 'phrase' : 'text';
}
