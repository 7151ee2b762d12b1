import type { Element, ElementContent, Text } from 'hast';

const TITLES: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'Important',
  WARNING: 'Warning',
  CAUTION: 'Caution',
};

const MARKER = /^\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\r?\n|$)/i;

/** The alert that a quote is, as GitHub has it: its first line is `[!NOTE]`, and there is text below it. */
export function alertOf(quote: Element): Element | null {
  const content = quote.children.filter((child) => !isBlank(child));
  const [first, ...others] = content;
  if (quote.tagName !== 'blockquote' || first?.type !== 'element' || first.tagName !== 'p')
    return null;
  const [line, ...more] = first.children;
  const name = line?.type === 'text' ? MARKER.exec(line.value)?.[1]?.toUpperCase() : undefined;
  if (line?.type !== 'text' || name === undefined) return null;
  const rest: Text = { type: 'text', value: line.value.replace(MARKER, '') };
  const [end] = more;
  const isBroken = rest.value === '' && end?.type === 'element' && end.tagName === 'br';
  // Without a line break, the line goes on.
  if (rest.value === '' && more.length > 0 && !isBroken) return null;
  const words = isBroken ? more.slice(1) : [rest, ...more];
  const isEmpty = words.every(isBlank);
  if (isEmpty && others.length === 0) return null;
  return element(
    'div',
    ['markdown-alert', `markdown-alert-${name.toLowerCase()}`],
    [
      element('p', ['markdown-alert-title'], [{ type: 'text', value: TITLES[name] ?? '' }]),
      ...(isEmpty ? [] : [{ ...first, children: words }]),
      ...others,
    ],
  );
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className }, children };
}
