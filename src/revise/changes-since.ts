import { mentionsIn } from '../item/mention.ts';
import { readableText } from '../markdown/readable-text.ts';
import type { DraftEntry } from '../report/draft/draft.ts';
import { hashesOf } from '../report/record/as-read.ts';
import { hashText } from '../report/record/hash-text.ts';
import type { ItemMemory } from '../report/record/record.ts';
import type { ItemFacts, KnownFacts } from './known-facts.ts';
import type { EditedReport } from './match/edited-report.ts';
import { saysState } from './says-state.ts';

/** What changed about an item since its entry was written, and is not in the words of its editor. */
export type Change =
  | { kind: 'state'; state: ItemMemory['state'] }
  | { kind: 'reverted'; by: string }
  | { kind: 'title' | 'note'; text: string }
  /** Items and people that its entry would name, too. */
  | { kind: 'named'; items: string[]; people: string[] }
  /** The whole entry as it would be generated, where the record remembers too little to say more. */
  | { kind: 'text'; text: string };

export interface ChangedItem {
  item: string;
  changes: Change[];
}

/** What readers see in a report about each item. */
interface Words {
  text: string;
  items: ReadonlySet<string>;
}

/** Compares what was written about items with the facts of now. */
export class ChangesSince {
  readonly #edited: EditedReport;
  readonly #facts: KnownFacts;
  readonly #words: ReadonlyMap<string, Words>;

  constructor(edited: EditedReport, facts: KnownFacts) {
    this.#edited = edited;
    this.#facts = facts;
    this.#words = wordsByItem(edited);
  }

  /** @param entry the fresh entry, if its text is new, for one of its items */
  of(item: string, entry: DraftEntry | null): Change[] {
    const words = this.#words.get(item);
    const now = this.#facts.of(item);
    if (!words || !now) return [];
    const memory = this.#edited.record.facts?.[item];
    const known = memory ? factChanges(memory, now, words) : [];
    return entry ? [...known, ...textChanges(entry, now, words, memory !== undefined)] : known;
  }
}

/** Whether no text like its fresh one was generated for an item before. */
export function hasNewText(
  { offers }: EditedReport,
  item: string,
  { bullet }: DraftEntry,
): boolean {
  const texts = offers.textsOf(item);
  return texts.length > 0 && !hashesOf(bullet).some((hash) => texts.includes(hash));
}

function factChanges(memory: ItemMemory, now: ItemFacts, words: Words): Change[] {
  const { state, title, note, revertedBy } = now;
  const [by] = revertedBy;
  const changes: Change[] = [];
  if (memory.state !== state && !saysState(withoutPhrase(words, title), state))
    changes.push({ kind: 'state', state });
  if (by !== undefined && memory.reverted !== true && !isSaid(words, 'revert', by))
    changes.push({ kind: 'reverted', by });
  if (memory.title !== hashText(title) && !isSaid(words, title))
    changes.push({ kind: 'title', text: title });
  if (note !== null && memory.note !== hashText(note) && !isSaid(words, note))
    changes.push({ kind: 'note', text: note });
  return changes;
}

function textChanges(
  { bullet, items }: DraftEntry,
  { title, note }: ItemFacts,
  words: Words,
  isRemembered: boolean,
): Change[] {
  const text = readableText(bullet.node);
  const named = new Set(mentionsIn(words.text).map(({ login }) => login.toLowerCase()));
  const people = mentionsIn(text).map(({ login }) => login);
  const missing = {
    items: items.filter((item) => !words.items.has(item)),
    people: [...new Set(people)].filter((login) => !named.has(login.toLowerCase())),
  };
  if (missing.items.length + missing.people.length > 0) return [{ kind: 'named', ...missing }];
  return isRemembered || isSaid(words, note ?? title) ? [] : [{ kind: 'text', text }];
}

function isSaid({ text, items }: Words, phrase: string, item?: string): boolean {
  if (item !== undefined && items.has(item)) return true;
  return text.toLowerCase().includes(plain(phrase).toLowerCase());
}

/** The words around a phrase, like a title that happens to name a state. */
function withoutPhrase({ text }: Words, phrase: string): string {
  return text.replaceAll(plain(phrase), ' ');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function wordsByItem({ citations, entries }: EditedReport): Map<string, Words> {
  const places = [
    ...citations.map(({ item, bullet, block }) => ({ item, node: (bullet ?? block).node })),
    ...entries.flatMap(({ items, bullet: { node } }) => items.map((item) => ({ item, node }))),
  ];
  const itemsAt = new Map<unknown, Set<string>>();
  for (const { item, node } of places)
    itemsAt.set(node, (itemsAt.get(node) ?? new Set()).add(item));
  const nodesOf = new Map<string, Set<(typeof places)[number]['node']>>();
  for (const { item, node } of places)
    nodesOf.set(item, (nodesOf.get(item) ?? new Set()).add(node));
  return new Map(
    [...nodesOf].map(([item, nodes]) => [
      item,
      {
        text: [...nodes].map(readableText).join(' '),
        items: new Set([...nodes].flatMap((node) => [...(itemsAt.get(node) ?? [])])),
      },
    ]),
  );
}
