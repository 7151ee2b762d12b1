import { hashText } from '../../report/record/hash-text.ts';
import { changeWords } from '../../revise/change-words.ts';
import type { RerunResult } from '../../revise/rerun-result.ts';

/** What a rerun names about an item of the report, and leaves to its editor. */
export interface LeftToEditor {
  id: string;
  item: string;
  words: string;
}

/** One for each item. */
export function leftToEditor(
  { changed, elsewhere, gone, unshown }: RerunResult,
  nameOf: (item: string) => string,
): LeftToEditor[] {
  const words = new Map<string, string[]>();
  const add = (item: string, ...more: string[]) => {
    words.set(item, [...(words.get(item) ?? []), ...more]);
  };
  for (const { item, changes } of changed)
    add(item, ...changes.map((change) => changeWords(change, nameOf)));
  for (const { item, to } of elsewhere) add(item, `would now be in ${to}`);
  for (const item of gone) add(item, 'missing from the facts');
  for (const item of unshown) add(item, 'no longer in the draft');
  return [...words].map(([item, said]) => ({
    id: `gone-${hashText([item, ...said].join('\n'))}`,
    item,
    words: said.join(', '),
  }));
}
