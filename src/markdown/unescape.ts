const escapes = /\\([!-/:-@[-`{-~])/g;

/** Markdown without the backslashes of its escapes. */
export function unescaped(markdown: string): string {
  return markdown.replace(escapes, '$1');
}

/** Markdown without its escapes: what is left of punctuation may be syntax. */
export function withoutEscapes(markdown: string): string {
  return markdown.replace(escapes, '');
}
