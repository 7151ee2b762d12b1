/** Names that begin with a small letter even in a sentence. */
const names =
  /^(?:bash|cargo|clippy|cmake|curl|eslint|fish|gcc|git|grep|jq|kubectl|nginx|npm|npx|pip|pnpm|rustc|rustfmt|sed|ssh|sudo|systemd|vite|vitest|webpack|zsh)$/;

/**
 * A text with a capital letter at its beginning, unless it begins with code or a name: with anything
 * but a plain word of small letters.
 */
export function asSentence(text: string): string {
  const word = /^(?:(?:auto|de|non|re|un)-)?\p{Ll}+(?:['’]\p{Ll}+)?(?=[\s,:;!?…]|\.*(?:\s|$))/u;
  const [first] = word.exec(text) ?? [];
  if (first === undefined || names.test(first)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const abbreviation = /(?:^|[^\p{L}])(?:approx|cf|e\.g|etc|i\.e|incl|resp|vs|\p{L}\.\p{L})\.$/iu;

/** A text without the full stop at its end; an ellipsis, an abbreviation and code stay. */
export function withoutFullStop(text: string): string {
  const isStop = /[\p{L}\p{N}\p{Pe}\p{Pf}"'`]\.$/u.test(text) && !abbreviation.test(text);
  return isStop ? text.slice(0, -1) : text;
}
