/** A reference like `#12` or `owner/name#12`, and its offset in a text. */
export interface BareReference {
  text: string;
  start: number;
}

/** Not inside a word or a path, and not in brackets: that is a link, or a reference to a definition. */
const reference =
  /(?<![\w/&#.[-]|\[\()(?:[\w-][\w.-]*\/[\w.-]*[\w-])?#[1-9]\d{0,9}(?![\w\]]|[-.]\w)/g;

/** The references in a text that are no links in Markdown, in order. */
export function bareReferencesIn(text: string): BareReference[] {
  return [...text.matchAll(reference)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
  }));
}
