import type { Definition, Nodes, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { bareReferencesIn } from '../../../item/bare-reference.ts';
import { itemUrlFinder, namesIn } from '../../../item/item-text.ts';
import { mentionsIn } from '../../../item/mention.ts';
import { profileOf } from '../../../item/profile.ts';
import { escapeMarkdown } from '../../../markdown/escape.ts';
import { type Span, spanOf } from '../../../markdown/span.ts';

/** A reference to an item, or a person, in a text. */
export interface Atom extends Span {
  kind: 'item' | 'person';
  /** The item, or the login or name in lower case. */
  key: string;
  /** Its Markdown. */
  markdown: string;
}

/** A text with what is needed to understand its links. */
export interface LinkedText {
  text: string;
  definitions: ReadonlyMap<string, Definition>;
  server: string;
  home: string | undefined;
  /** The names of people without a login. */
  names: ReadonlySet<string>;
}

/** The text of a link that is nothing but the name of an item. */
const LABEL = /^(?:(?:[\w.-]+\/)?[\w.-]*#\d+|GH-\d+|[\da-f]{7,64}…?|https?:\S+)$/i;

/** The references and people in a paragraph or cell, in order; those in the text of other links are words. */
export function phraseAtoms(
  linked: LinkedText,
  nodes: readonly PhrasingContent[],
  span: Span,
): Atom[] {
  const atoms: Atom[] = [];
  let at = span.start;
  const addText = (end: number) => {
    if (end > at) atoms.push(...inText(linked, { start: at, end }));
  };
  for (const node of nodes) {
    const own = spanOf(node);
    if (!own || node.type === 'text') continue;
    addText(own.start);
    at = own.end;
    const atom = atomOf(linked, node);
    if (atom) atoms.push({ ...own, ...atom, markdown: linked.text.slice(own.start, own.end) });
  }
  addText(span.end);
  return atoms.sort((a, b) => a.start - b.start);
}

function atomOf(
  { definitions, server }: LinkedText,
  node: Nodes,
): Pick<Atom, 'kind' | 'key'> | null {
  if (node.type !== 'link' && node.type !== 'linkReference') return null;
  const { url } = node.type === 'link' ? node : (definitions.get(node.identifier) ?? { url: '' });
  const login = profileOf(url, server);
  if (login !== null) return { kind: 'person', key: login.toLowerCase() };
  const [cited] = itemUrlFinder(server)(url);
  return cited && LABEL.test(toString(node)) ? { kind: 'item', key: cited.item } : null;
}

function inText({ text, home, names }: LinkedText, { start, end }: Span): Atom[] {
  const part = text.slice(start, end);
  const isEscaped = (at: number) => part[at - 1] === '\\';
  const people = mentionsIn(part).map((one) => ({ ...one, key: one.login.toLowerCase() }));
  const named = [...names].flatMap((name) => {
    const at = part.indexOf(escapeMarkdown(name));
    return at < 0
      ? []
      : [{ start: at, end: at + escapeMarkdown(name).length, key: name.toLowerCase() }];
  });
  const items = home === undefined ? [] : bareReferencesIn(part);
  return [
    ...[...people, ...named].map((one) => ({ ...one, kind: 'person' as const })),
    ...items.flatMap((one) => {
      const [cited] = namesIn(one.text, home ?? '');
      const span = { start: one.start, end: one.start + one.text.length };
      return cited ? [{ ...span, key: cited.item, kind: 'item' as const }] : [];
    }),
  ]
    .filter((one) => !isEscaped(one.start))
    .map(({ kind, key, ...one }) => ({
      kind,
      key,
      start: start + one.start,
      end: start + one.end,
      markdown: part.slice(one.start, one.end),
    }));
}
