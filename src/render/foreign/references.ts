import type { Definition, Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { definitionSortKey } from '../../markdown/definition-order.ts';
import { hasEmoji } from '../../markdown/emoji.ts';
import { foreignParts } from '../../markdown/foreign-parts.ts';
import { formulasIn, isAddress } from '../../markdown/github-syntax.ts';
import { nodesIn } from '../../markdown/nodes-in.ts';

declare module 'mdast' {
  interface LinkReferenceData {
    /** The address of a reference whose definition is not in the template. */
    url?: string;
  }
}

/** Addresses by label, as CommonMark compares labels: the first definition of one counts. */
export class References {
  readonly #urls = new Map<string, string>();

  /** @param definitions those that are there already */
  constructor(definitions: Iterable<readonly [label: string, url: string]>) {
    for (const [label, url] of definitions) this.#define(label, url);
  }

  /** A link to an address; in place of a reference where its label can't be one, or has another address. */
  linkTo(label: string, url: string): PhrasingContent {
    if (!isLabel(label) || !isBareUrl.test(url) || this.#define(label, url) !== url)
      return { type: 'link', url, children: linkText(label) };
    const identifier = identifierOf(label);
    const children: PhrasingContent[] = [{ type: 'text', value: label }];
    return {
      type: 'linkReference',
      referenceType: 'shortcut',
      identifier,
      label,
      children,
      data: { url },
    };
  }

  /** @returns the address that a label has */
  #define(label: string, url: string): string {
    const identifier = identifierOf(label);
    const known = this.#urls.get(identifier) ?? url;
    this.#urls.set(identifier, known);
    return known;
  }
}

export function definitionsIn(root: Root): Definition[] {
  return nodesIn(root).filter((node) => node.type === 'definition');
}

/** The definitions that the references of a tree lack, in the order of their labels. */
export function missingDefinitions(root: Root): Definition[] {
  const missing = new Map<string, Definition>();
  for (const node of nodesIn(root)) {
    if (node.type !== 'linkReference') continue;
    const { identifier, label = null, data } = node;
    if (data?.url === undefined || missing.has(identifier)) continue;
    missing.set(identifier, { type: 'definition', identifier, label, url: data.url });
  }
  for (const { label } of definitionsIn(root)) missing.delete(identifierOf(label ?? ''));
  return [...missing.values()].sort((a, b) =>
    definitionSortKey(a) < definitionSortKey(b) ? -1 : 1,
  );
}

/** Makes links of the references in a node whose definitions are missing. */
export function withoutReferences<Node extends Nodes>(node: Node): Node {
  visit(node, 'linkReference', ({ data, children }, index, parent) => {
    if (data?.url !== undefined && parent && index !== undefined)
      parent.children.splice(index, 1, { type: 'link', url: data.url, children });
  });
  return node;
}

/** A definition as a line. */
export function definitionLine({ label, url }: Definition): string {
  return `[${label ?? ''}]: ${url}`;
}

/** Whether a text is the same in Markdown, wherever it is, and no checkbox. */
function isLabel(text: string): boolean {
  return (
    /^(?![\s\S]{257})[\p{L}\p{N}@#/.,+_-](?:[\p{L}\p{M}\p{N}@#/.,+ _-]*[\p{L}\p{N}@#/.,+_-])$/u.test(
      text,
    ) &&
    !/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(text) &&
    !isAddress(text)
  );
}

const isBareUrl = /^[!#$%&*+,./\w:;=?@|~'-]+$/;

/** The text of a link. GitHub finds nobody and no item in it. */
function linkText(label: string): PhrasingContent[] {
  if (!isAddress(label) && !hasEmoji(label) && formulasIn(label).length === 0)
    return [{ type: 'text', value: label }];
  return foreignParts(label, false).map(({ kind, text }) =>
    kind === 'text' ? { type: 'text', value: text } : { type: 'inlineCode', value: text },
  );
}

function identifierOf(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase().toLowerCase();
}
