import type { Bullet } from '../../report/outline.ts';
import { tokensOf } from './entry-tokens.ts';
import { leading, trailing } from './edges.ts';
import { inlineOf } from './list-form.ts';
import type { Model } from './model.ts';

/** The words of an entry, without its items and people. */
export function shownText(bullet: Bullet, model: Model): string {
  const texts = tokensOf(inlineOf(bullet), model).flatMap((token) =>
    token.kind === 'titled'
      ? [token.text.replace(/\(#\d+\)$|^#?\d+:/, '')]
      : token.kind === 'words'
        ? [token.text]
        : [],
  );
  const longest = texts.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const text = longest.slice(leading(longest, /[\s\p{P}]/u).length);
  return text.slice(0, text.length - trailing(text, /[\s([{–—:,;|-]/).length);
}
