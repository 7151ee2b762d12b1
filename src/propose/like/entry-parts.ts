import type { EntryToken } from './entry-tokens.ts';
import { leading, trailing, within } from './edges.ts';
import type { ItemNaming, ShapePart } from './shape-part.ts';

const WORDS = /^(?:by|from|in|thanks to|via|with|and|for|of|von|par|por)?$/i;

/** Whether words only stand between the parts of an entry. */
export function connects(text: string): boolean {
  return WORDS.test(within(text, /[\s\p{P}\p{S}]/u));
}

const BETWEEN = /[\s([{–—:,;|-]/;

/** What leads from the words of an entry to its first item or person. */
function leadOut(text: string): string {
  const end = trailing(text, BETWEEN);
  const rest = text.slice(0, text.length - end.length);
  const [word = ''] = /\s(?:by|from|in|thanks to|via|for)$/i.exec(rest) ?? [];
  const before = word === '' ? '' : trailing(rest.slice(0, rest.length - word.length), BETWEEN);
  return before + word + end;
}

/** The parts of one entry. */
export function entryParts(tokens: readonly EntryToken[], home: string): ShapePart[] {
  const parts: ShapePart[] = [];
  const hasTitled = tokens.some(({ kind }) => kind === 'titled');
  const literal = (text: string) => {
    if (text === '') return;
    const last = parts.at(-1);
    if (last?.kind === 'literal')
      parts[parts.length - 1] = { kind: 'literal', text: last.text + text };
    else parts.push({ kind: 'literal', text });
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'mark') literal(token.text);
    else if (token.kind === 'titled') parts.push(titledPart(token));
    else if (token.kind === 'words') {
      if (connects(token.text)) {
        literal(trimmedEnd(token.text, index === tokens.length - 1));
        return;
      }
      const isLast = index === tokens.length - 1;
      const head = index === 0 ? '' : leading(token.text, /[\s)\]}–—:,;|-]/);
      const rest = token.text.slice(head.length);
      const tail = isLast ? trailing(rest, /[.\s]/) : leadOut(rest);
      literal(head);
      if (!hasTitled || !parts.some(({ kind }) => kind === 'text')) parts.push({ kind: 'text' });
      literal(trimmedEnd(tail, isLast));
    } else addOne(parts, token, home);
  });
  return parts;
}

function trimmedEnd(text: string, isLast: boolean): string {
  return isLast ? text.trimEnd() : text;
}

function titledPart({ text, number }: EntryToken & { kind: 'titled' }): ShapePart {
  const isBehind = new RegExp(`\\(#${String(number)}\\)$`).test(text);
  const isBefore = new RegExp(`^#?${String(number)}:`).test(text);
  return { kind: 'titled', before: isBefore, number: isBehind ? '(#)' : isBefore ? '#:' : null };
}

/** Adds an item or a person: to those just before it, if they are alike. */
function addOne(
  parts: ShapePart[],
  token: EntryToken & { kind: 'item' | 'person' },
  home: string,
): void {
  const part = partOf(token, home);
  const [before, between] = [parts.at(-2), parts.at(-1)];
  const isSame = (one: ShapePart | undefined) => one?.kind === part.kind;
  if (isSame(between)) {
    parts[parts.length - 1] = withBetween(part, '');
  } else if (between?.kind === 'literal' && isSame(before)) {
    parts.splice(-2, 2, withBetween(part, between.text.replace(/ {2,}/g, ' ')));
  } else parts.push(part);
}

function partOf(token: EntryToken & { kind: 'item' | 'person' }, home: string): ShapePart {
  if (token.kind === 'person')
    return { kind: 'people', style: token.style, at: token.text.startsWith('@'), between: null };
  return { kind: 'items', style: token.style, label: labelOf([token], home), between: null };
}

function withBetween(part: ShapePart, between: string): ShapePart {
  return part.kind === 'items' || part.kind === 'people' ? { ...part, between } : part;
}

/** How items of several repositories are named. */
export function labelOf(
  items: readonly (EntryToken & { kind: 'item' })[],
  home: string,
): ItemNaming {
  const own = items.filter(({ repository }) => repository === home);
  if (items.some(({ text }) => /^[^/#]+#/.test(text))) return 'short';
  return own.some(({ text }) => text.includes('/')) ||
    (own.length === 0 && items.some(({ text }) => text.includes('/')))
    ? 'id'
    : 'label';
}
