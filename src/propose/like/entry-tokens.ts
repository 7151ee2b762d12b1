import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { itemAt } from '../../item/item-url.ts';
import { mentionsIn } from '../../item/mention.ts';
import { profileOf } from '../../item/profile.ts';
import { spanOf } from '../../markdown/span.ts';
import type { Model } from './model.ts';

/** How a link is written; `plain` is none. */
export type LinkStyle = 'link' | 'reference' | 'plain';

/** A piece of an entry. */
export type EntryToken =
  | { kind: 'words'; text: string }
  /** `**` or `_`, where it begins or ends. */
  | { kind: 'mark'; text: string }
  | { kind: 'item'; style: LinkStyle; text: string; repository: string }
  | { kind: 'person'; style: LinkStyle; text: string }
  /** The words of the entry as a link to its item. */
  | { kind: 'titled'; text: string; number: number };

const ITEM = /^(?:GH-|[\w./-]*#)\d+$/i;
const PLAIN_ITEM = /(?<![\w/&#.@-])[\w./-]*#\d+(?!\w)/g;

/** The pieces of the inline nodes of an entry. */
export function tokensOf(nodes: readonly PhrasingContent[], model: Model): EntryToken[] {
  return joined(nodes.flatMap((node) => tokensIn(node, model)));
}

function tokensIn(node: PhrasingContent, model: Model): EntryToken[] {
  const { report, server } = model;
  switch (node.type) {
    case 'text':
      return plainTokens(node.value, model);
    case 'strong':
    case 'emphasis': {
      const span = spanOf(node);
      const character = report.text[span?.start ?? 0] ?? '*';
      const text = node.type === 'strong' ? character.repeat(2) : character;
      const mark: EntryToken = { kind: 'mark', text };
      return [mark, ...node.children.flatMap((child) => tokensIn(child, model)), mark];
    }
    case 'link':
    case 'linkReference': {
      const url =
        node.type === 'link' ? node.url : (report.definitions.get(node.identifier)?.url ?? '');
      const style = node.type === 'link' ? 'link' : 'reference';
      const text = toString(node);
      const item = itemAt(url, server);
      if (item) {
        return ITEM.test(text)
          ? [{ kind: 'item', style, text, repository: item.repository.toLowerCase() }]
          : [{ kind: 'titled', text, number: item.number }];
      }
      return profileOf(url, server) === null
        ? [{ kind: 'words', text }]
        : [{ kind: 'person', style, text }];
    }
    case 'break':
      return [{ kind: 'words', text: ' ' }];
    case 'html':
      return [];
    case 'delete':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
      return [{ kind: 'words', text: toString(node) }];
  }
}

/** Items and people without a link. */
function plainTokens(text: string, { home }: Model): EntryToken[] {
  const found = [
    ...[...text.matchAll(PLAIN_ITEM)].map(({ index, 0: source }) => ({
      start: index,
      token: {
        kind: 'item',
        style: 'plain',
        text: source,
        repository: source.includes('/') ? (source.split('#')[0]?.toLowerCase() ?? home) : home,
      } as const,
    })),
    ...mentionsIn(text).map(({ start, end }) => ({
      start,
      token: { kind: 'person', style: 'plain', text: text.slice(start, end) } as const,
    })),
  ].toSorted((a, b) => a.start - b.start);
  const tokens: EntryToken[] = [];
  let end = 0;
  for (const { start, token } of found) {
    if (start < end) continue;
    if (start > end) tokens.push({ kind: 'words', text: text.slice(end, start) });
    tokens.push(token);
    end = start + token.text.length;
  }
  return end < text.length ? [...tokens, { kind: 'words', text: text.slice(end) }] : tokens;
}

/** Words that follow each other as one, with single blanks. */
function joined(tokens: readonly EntryToken[]): EntryToken[] {
  const all: EntryToken[] = [];
  for (const token of tokens) {
    const last = all.at(-1);
    if (token.kind !== 'words') all.push(token);
    else if (last?.kind === 'words')
      all[all.length - 1] = { kind: 'words', text: last.text + token.text };
    else all.push(token);
  }
  return all.map((token) =>
    token.kind === 'words' ? { ...token, text: token.text.replace(/\s+/g, ' ') } : token,
  );
}
