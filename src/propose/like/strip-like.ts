import type { MergedPull } from '../project.ts';
import { itemKey } from '../../item/item-id.ts';
import { conventionalTitle } from '../conventional-title.ts';
import { shownText } from './entry-words.ts';
import type { Form } from './form.ts';
import type { Model } from './model.ts';

const PREFIX = /^[a-z]+(?:\([^)]*\))?!?:\s*/i;

/** What the editor took from the start of titles, as regular expressions; null where most are whole. */
export function stripLike(
  model: Model,
  { parts }: Form,
  pulls: readonly MergedPull[],
): string[] | null {
  const titles = new Map(pulls.map((pull) => [itemKey(pull), pull.title]));
  let prefixed = 0;
  let stripped = 0;
  for (const bullet of parts.flatMap((part) => part.bullets)) {
    const item = model.citations.find((citation) => citation.bullet === bullet)?.item ?? '';
    const prefix = PREFIX.exec(titles.get(item) ?? '')?.[0];
    if (prefix === undefined) continue;
    prefixed += 1;
    if (!PREFIX.test(shownText(bullet, model))) stripped += 1;
  }
  return stripped >= 2 && stripped * 2 > prefixed ? [`${conventionalTitle()} *`] : null;
}
