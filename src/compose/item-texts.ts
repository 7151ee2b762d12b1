import type { View } from './view/view.ts';

interface ViewEntry {
  refs: { id: string; title: string | null }[];
  text: string;
  past: string;
}

/** The texts that a template can write for the entries of a view, by their items, as `owner/name#number`, lower case. */
export function itemTexts(view: View): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const add = (value: unknown): void => {
    if (isEntry(value)) {
      const { refs, text, past } = value;
      for (const { id, title } of refs) {
        const own = [text, past, ...(title === null ? [] : [title])];
        texts.set(id.toLowerCase(), [...(texts.get(id.toLowerCase()) ?? []), ...own]);
      }
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
  };
  add(view);
  return texts;
}

function isEntry(value: unknown): value is ViewEntry {
  return typeof value === 'object' && value !== null && 'refs' in value && 'past' in value;
}
