const ORDINAL = /^The [\w -]+ development report\.\s*/;

/** A text without the sentence that the introduction of a draft starts with, another one each time. */
export function withoutOrdinal(text: string): string {
  return text.replace(ORDINAL, '');
}
