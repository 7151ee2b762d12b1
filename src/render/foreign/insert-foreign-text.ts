import type { InlineCode, Link, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { ConstructName } from 'mdast-util-to-markdown';
import type { Edit } from '../../markdown/edit.ts';
import { spanOf } from '../../markdown/span.ts';
import { readHtml } from './document-html.ts';
import { hasMark, type Mark, type MarkedText, splitAtMarks } from './marks.ts';
import { type Around, constructsOf, phraseAround } from './phrase-around.ts';
import { phrasingOf } from './phrasing.ts';
import { definitionsIn, References } from './references.ts';
import { joinTexts, Replacements } from './replacements.ts';
import { textInAddress, textInOwnAddress, UNKNOWN_TARGET } from './text-in-address.ts';
import { requireText, textInHtml } from './text-in-html.ts';
import { textInTitle } from './text-in-title.ts';
import { UnsafePlace } from './unsafe-place.ts';

/** The fields of nodes that can have marks. */
type Field = 'value' | 'url' | 'title' | 'alt' | 'label' | 'lang' | 'meta';

/** In the order of the source: before the children of a node, and behind them. */
const fieldsBefore: Partial<Record<Nodes['type'], readonly Field[]>> = {
  code: ['lang', 'meta', 'value'],
  definition: ['label', 'url', 'title'],
  footnoteDefinition: ['label'],
  footnoteReference: ['label'],
  html: ['value'],
  image: ['alt', 'url', 'title'],
  imageReference: ['alt', 'label'],
};
const fieldsBehind: Partial<Record<Nodes['type'], readonly Field[]>> = {
  link: ['url', 'title'],
  linkReference: ['label'],
};

/**
 * Puts foreign texts in the places of their marks, each as text by the rules of what is around it: into
 * the tree, which is parsed before, so that no text can change its structure; and into the Markdown.
 *
 * @param hasCode whether balanced backticks in foreign texts are code
 * @param refuse throws an error about the place in the template that wrote a mark
 * @returns the edits of the Markdown, in order, that should give the changed tree
 */
export function insertForeignText(
  root: Root,
  { text: source, marks, texts, urls, own }: MarkedText,
  hasCode: boolean,
  refuse: (mark: Mark, reason: string) => never,
): Edit[] {
  const surroundingsOf = readHtml(root);
  const replacements = new Replacements(marks, texts);
  const references = new References(
    definitionsIn(root).map(({ label, url }) => [replacements.shown(label ?? ''), url]),
  );
  try {
    walk(root, { parent: root, index: 0, constructs: [] });
    if (replacements.mark) throw new UnsafePlace('where nothing shows it');
  } catch (error) {
    if (!(error instanceof UnsafePlace) || !replacements.mark) throw error;
    refuse(replacements.mark, error.message);
  }
  return replacements.edits();

  /** @returns what takes the place of a text */
  function walk(node: Nodes, around: Around): PhrasingContent[] | null {
    const { mark } = replacements;
    if (!mark || mark.start >= (spanOf(node)?.end ?? Infinity)) return null;
    if (node.type === 'text') return hasMark(node.value) ? insertIntoText(node, around) : null;
    if (node.type === 'inlineCode') insertIntoCode(node, around);
    else if (node.type === 'link' && isOwnText(node)) insertIntoAddress(node);
    else {
      for (const field of fieldsBefore[node.type] ?? []) insertIntoField(node, field, around);
      if ('children' in node) walkChildren(node, around.constructs);
      for (const field of fieldsBehind[node.type] ?? []) insertIntoField(node, field, around);
    }
    return null;
  }

  function walkChildren(parent: Around['parent'], outer: readonly ConstructName[]): void {
    const constructs = [...outer, ...constructsOf(parent, source)];
    const children = parent.children.flatMap(
      (child, index) => walk(child, { parent, index, constructs }) ?? [child],
    );
    Object.assign(parent, { children });
  }

  function insertIntoText(node: Text, around: Around): PhrasingContent[] {
    requireText(surroundingsOf(node));
    const { parent, index, constructs } = around;
    const isLink = constructs.includes('label');
    const parts = splitAtMarks(node.value);
    const nodes = phrasingOf(
      parts.map((part) => {
        if (typeof part === 'string') return { text: part, isForeign: false };
        const text = replacements.textOf(part);
        const url = isLink ? undefined : urlOf(part);
        return {
          text,
          isForeign: true,
          isOwn: own.has(part.text),
          link: url === undefined ? null : references.linkTo(text, url),
        };
      }),
      { before: parent.children[index - 1], after: parent.children[index + 1], isLink, hasCode },
    );
    const pieces = parts.map((part, at) => (typeof part === 'string' ? part : (nodes[at] ?? [])));
    replacements.add(
      { ...phraseAround(around, source), pieces },
      parts.flatMap((part) => (typeof part === 'string' ? [] : [replacements.take(part)])),
    );
    return joinTexts(nodes.flat());
  }

  /** The address of a label. */
  function urlOf({ text }: Mark): string | undefined {
    const url = urls.get(text);
    if (url !== undefined && hasMark(url)) throw new UnsafePlace(UNKNOWN_TARGET);
    return url;
  }

  /** A code span is written anew where its backticks may not be enough. */
  function insertIntoCode(node: InlineCode, { constructs }: Around): void {
    requireText(surroundingsOf(node));
    const foreign = splitAtMarks(node.value).filter((part) => typeof part !== 'string');
    const span = spanOf(node);
    if (span && foreign.some((part) => replacements.textOf(part).includes('`'))) {
      for (const part of foreign) replacements.take(part);
      node.value = replacements.shown(node.value);
      const around = { constructs, isOuter: false, before: '', after: '' };
      replacements.add({ ...around, pieces: [[node]] }, [span]);
    } else {
      const isInTable = constructs.includes('tableCell');
      const writtenAs = (text: string) => (isInTable ? text.replaceAll('|', '\\|') : text);
      node.value = replacements.replace(node.value, undefined, writtenAs);
    }
  }

  /** Whether the text of a link is its address. */
  function isOwnText(link: Link): boolean {
    const span = spanOf(link);
    return !span || source[span.start] !== '[';
  }

  function insertIntoAddress(link: Link): void {
    requireText(surroundingsOf(link));
    const encoded: string[] = [];
    link.url = replacements.replace(link.url, (text, before) => {
      const written = textInOwnAddress(text, before);
      encoded.push(written);
      return written;
    });
    const [label] = link.children;
    if (label?.type !== 'text') return;
    label.value = splitAtMarks(label.value)
      .map((part) => (typeof part === 'string' ? part : encoded.shift()))
      .join('');
  }

  function insertIntoField(node: Nodes, field: Field, { constructs }: Around): void {
    const values = node as Partial<Record<Field, string | null>>;
    const value = values[field];
    if (typeof value !== 'string' || !hasMark(value)) return;
    if (node.type !== 'html') requireText(surroundingsOf(node));
    values[field] = insertInto(node, field, value, constructs);
  }

  function insertInto(
    node: Nodes,
    field: Field,
    value: string,
    constructs: readonly ConstructName[],
  ): string {
    const isInTable = constructs.includes('tableCell');
    const { start, end } = spanOf(node) ?? { start: 0, end: 0 };
    switch (field) {
      case 'value':
        if (node.type !== 'html') return replacements.replace(value);
        return replacements.replace(value, (text, before, mark) => {
          const options = { hasCode, isInTable, url: urlOf(mark) };
          return textInHtml(text, options, surroundingsOf(node, before.length));
        });
      case 'url':
        return replacements.replace(value, textInAddress);
      case 'title':
        return replacements.replace(value, undefined, (text) =>
          textInTitle(text, source.slice(start, end), isInTable),
        );
      case 'lang':
        return replacements.replaceInString(value, ['codeFencedLangGraveAccent'], ' ');
      case 'meta':
        return replacements.replaceInString(value, ['codeFencedMetaGraveAccent'], ' ');
      case 'alt':
      case 'label':
        // The text of a short reference is its label.
        return node.type === 'linkReference' && node.referenceType !== 'full'
          ? replacements.shown(value)
          : replacements.replaceInString(value, [...constructs, 'label', 'phrasing'], '[');
    }
  }
}
