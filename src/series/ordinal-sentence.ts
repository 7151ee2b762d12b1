const ORDINAL = /^The [\w -]+ development report\.\s*/;

/** A text without the first sentence of a draft, which counts the reports. */
export function withoutOrdinal(text: string): string {
  return text.replace(ORDINAL, '');
}
