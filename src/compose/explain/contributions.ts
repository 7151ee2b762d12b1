import { type ItemId, itemKey } from '../../item/item-id.ts';
import type { Act, Issue, PullRequest } from '../../snapshot/schema.ts';
import { personKey } from '../../people/person-key.ts';
import type { Credit, Entry } from '../view/entry-schema.ts';

/** Somebody whom an entry credits, and what they did for it. */
export interface Contribution {
  credit: Credit;
  /** One for each item of the entry that they took part in, the subject first. */
  parts: { item: ItemId; wrote: 'author' | 'co-author' | null; acts: Act['did'][] }[];
}

/**
 * What everybody whom an entry credits did to its items, in the order of its credits.
 *
 * @param known the items, by their keys
 */
export function contributionsTo(
  { refs, credits }: Entry,
  known: ReadonlyMap<string, PullRequest | Issue>,
): Contribution[] {
  const items = refs.flatMap((ref) => known.get(itemKey(ref)) ?? []);
  const parts = new Map<string, Contribution['parts']>();
  for (const item of items) {
    for (const [key, acts] of actsByPerson(item)) {
      const part = {
        item: { repository: item.repository, number: item.number },
        wrote: wroteAs(key, item),
        acts,
      };
      const before = parts.get(key) ?? [];
      before.push(part);
      parts.set(key, before);
    }
  }
  return credits.map((credit) => ({ credit, parts: parts.get(personKey(credit)) ?? [] }));
}

/** What the author of an item and everybody else did to it. */
function actsByPerson(item: PullRequest | Issue): Map<string, Act['did'][]> {
  const { author, activity } = item;
  const writers = [author, ...('coAuthors' in item ? item.coAuthors : [])];
  const acts = new Map<string, Act['did'][]>(writers.map((person) => [personKey(person), []]));
  for (const { by, did } of activity) {
    const key = personKey(by);
    const before = acts.get(key) ?? [];
    before.push(did);
    acts.set(key, before);
  }
  return acts;
}

function wroteAs(key: string, item: PullRequest | Issue): 'author' | 'co-author' | null {
  if (key === personKey(item.author)) return 'author';
  const isCoAuthor = 'coAuthors' in item && item.coAuthors.some((one) => key === personKey(one));
  return isCoAuthor ? 'co-author' : null;
}
