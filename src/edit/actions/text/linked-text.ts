import type { LinkedText } from '../entry/atoms.ts';
import type { EditableText, TextEntry } from './editable-text.ts';

/** The text with what is needed to understand the links of an entry. */
export function linkedText(
  { report, desk, facts }: EditableText,
  { items }: Pick<TextEntry, 'items'>,
): LinkedText {
  const people = items.flatMap((item) => facts.get(item)?.people ?? []);
  const names = people.filter(({ login }) => login === null).map(({ name }) => name);
  return {
    text: report.text,
    definitions: report.definitions,
    server: desk.server,
    home: desk.home,
    names: new Set(names),
  };
}
