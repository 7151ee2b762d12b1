import type { Nodes, Root } from 'mdast';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { type Span, spanOf } from '../../markdown/span.ts';
import { blank } from '../../markdown/blank.ts';
import { isContainer } from './containers.ts';
import { templateTags } from './template-tags.ts';

/**
 * What to keep of links: nothing; their texts; or the addresses that link themselves, which slips in
 * the syntax of other links contain.
 */
type KeptOfLinks = 'none' | 'texts' | 'addresses';

/**
 * The text with everything blanked that its reader does not see as text: code, HTML, tags of templates,
 * definitions, escapes, and links except for the kept parts.
 *
 * As long as the original, so that an offset is the same place in both. Made from the containers of
 * text, not from its text nodes: those beside an autolink can lack a position.
 */
export function proseOf(text: string, root: Root, links: KeptOfLinks): string {
  const characters = blank(text).split('');
  for (const node of nodesIn(root)) {
    const span = isContainer(node) ? spanOf(node) : null;
    if (!span) continue;
    copy(text, characters, span);
    for (const inner of nodesIn(node)) if (inner !== node) hide(inner, text, characters, links);
    for (const tag of templateTags(characters.slice(span.start, span.end).join(''))) {
      const [start, end] = [span.start + tag.start, span.start + tag.end];
      copy(blank(text.slice(start, end)), characters, { start, end }, start);
    }
  }
  const prose = characters.join('').replace(escapes, blank);
  return links === 'addresses' ? prose : prose.replace(addresses, blank);
}

const escapes = /\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;
/** Addresses without a link node. */
const addresses = /\bhttps?:\/\/[^\s<>[\]()]*/gi;

function hide(node: Nodes, text: string, characters: string[], links: KeptOfLinks): void {
  const span = isTextual(node) ? null : spanOf(node);
  if (!span) return;
  // The text of an address that links itself begins where the link does.
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const texts = isLink ? node.children.flatMap((child) => spanOf(child) ?? []) : [];
  const isAddress = texts[0]?.start === span.start;
  if (isAddress && links === 'addresses') return;
  copy(blank(text.slice(span.start, span.end)), characters, span, span.start);
  if (isAddress || links !== 'texts') return;
  for (const inner of texts) copy(text, characters, inner);
}

function isTextual(node: Nodes): boolean {
  return ['text', 'emphasis', 'strong', 'delete', 'break'].includes(node.type);
}

/** Copies a span; `origin` is the offset of the source's first character. */
function copy(source: string, into: string[], { start, end }: Span, origin = 0): void {
  for (let at = start; at < end; at += 1) into[at] = source[at - origin] ?? ' ';
}
