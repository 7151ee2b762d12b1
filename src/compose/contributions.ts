import { type ItemId, itemKey } from '../item/item-id.ts';
import type { Act, Issue, Person, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { personKey } from '../people/person-key.ts';
import type { Credit, Entry } from './view.ts';

/** Somebody whom an entry credits, and what they did for it. */
export interface Contribution {
  credit: Credit;
  /** One for each item of the entry that they took part in, the subject first. */
  parts: { item: ItemId; isAuthor: boolean; acts: Act['did'][] }[];
}

/** What everybody whom an entry credits did to its items, in the order of its credits. */
export function contributionsTo({ refs, credits }: Entry, snapshot: Snapshot): Contribution[] {
  const known = new Map<string, PullRequest | Issue>(
    [...snapshot.issues, ...snapshot.pullRequests].map((item) => [itemKey(item), item]),
  );
  const items = refs.flatMap((ref) => known.get(itemKey(ref)) ?? []);
  return credits.map((credit) => {
    const isThem = (person: Person) => personKey(person) === personKey(credit);
    const parts = items.map((item) => ({
      item: { repository: item.repository, number: item.number },
      isAuthor: isThem(item.author),
      acts: item.activity.filter(({ by }) => isThem(by)).map(({ did }) => did),
    }));
    return { credit, parts: parts.filter(({ isAuthor, acts }) => isAuthor || acts.length > 0) };
  });
}
