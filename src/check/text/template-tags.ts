import type { Span } from '../../markdown/span.ts';

/** What opens a tag, and what closes it. */
const brackets: readonly (readonly [open: string, close: string])[] = [
  ['{%', '%}'],
  ['{{', '}}'],
  ['{/*', '*/}'],
];

/** A component like `<Tabs …>`: HTML of its own, which Markdown can't always read as such. */
const component = /^<\/?[A-Z][\w.]*(?=[\s/>])/;
const opening = /\{[%{/]|<\/?[A-Z]/g;
/** A paragraph with the code of MDX. */
const code =
  /^(?:import\s+(?:[\w*{][^;]{0,500}\sfrom\s+)?["']|export\s+(?:const|let|default|function|async)\s)/;

/** No tag is longer: one that never ends must not cost more. */
const LONGEST = 2_000;

/**
 * What a site generator replaces in a paragraph before anybody reads it: tags of Liquid, Jinja and Hugo,
 * expressions of Vue, comments, components and code of MDX. In order.
 */
export function templateTags(paragraph: string): Span[] {
  if (code.test(paragraph)) return [{ start: 0, end: paragraph.length }];
  const found: Span[] = [];
  for (const { index: start } of paragraph.matchAll(opening)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const length = tagLength(paragraph.slice(start, start + LONGEST));
    if (length !== null) found.push({ start, end: start + length });
  }
  return found;
}

function tagLength(text: string): number | null {
  const [, close] = brackets.find(([open]) => text.startsWith(open)) ?? [];
  if (close !== undefined) {
    const at = text.indexOf(close, 2);
    return at < 0 ? null : at + close.length;
  }
  const name = component.exec(text)?.[0];
  return name === undefined ? null : componentLength(text, name.length);
}

/** Up to the `>` that is in no text and in no braces. */
function componentLength(text: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      if (end < 0) return null;
      at = end;
    } else if (character === '>' && depth <= 0) return at + 1;
  }
  return null;
}
