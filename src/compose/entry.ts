import type { DecidedPull } from '../categorise/categorise.ts';
import type { Decision } from '../categorise/decision.ts';
import type { PullGroup } from '../categorise/group-pulls.ts';
import { escapeMarkdown } from '../markdown/escape.ts';
import { plainText } from '../markdown/plain-text.ts';
import { type ItemId, itemKey, itemUrl } from '../item/item-id.ts';
import type { Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { personName } from '../people/person-name.ts';
import { credits } from './credits.ts';
import type { Entry, Ref } from './view.ts';

type Item = PullRequest | Issue;

const unrelated = {
  base: null,
  reverts: [],
  revertedBy: [],
  backports: [],
  bumps: null,
  highlight: false,
};

/** Makes entries from the items of a snapshot. */
export class EntryMaker {
  readonly #snapshot: Snapshot;
  readonly #issues: ReadonlyMap<string, Issue>;
  readonly #home: string | undefined;

  /** @param home the repository whose items are called `#12` */
  constructor(snapshot: Snapshot, home: string | undefined) {
    this.#home = home?.toLowerCase();
    this.#snapshot = snapshot;
    this.#issues = new Map(snapshot.issues.map((issue) => [itemKey(issue), issue]));
  }

  /** The entry of one item. */
  single(item: Item): Entry {
    return {
      refs: [this.#ref(item, item)],
      text: textOf(item),
      credits: credits(item.author, item.activity),
      ...unrelated,
    };
  }

  /** The entry of pull requests and the issues they resolve. */
  grouped({ pulls, resolves }: PullGroup): Entry {
    const [first] = pulls;
    if (!first) throw new Error('a group has at least one pull request');
    const issues = resolves.map((id) => this.#issues.get(itemKey(id)) ?? id);
    const items: (Item | ItemId)[] = [...pulls.map(({ pull }) => pull), ...issues];
    // Credits the authors too: not every source knows who opened a pull request.
    const merges = pulls.map(({ pull }) => ({ by: pull.author, at: pull.mergedAt ?? '' }));
    const acts = items.flatMap((item) => ('activity' in item ? item.activity : []));
    return {
      refs: items.map((item) => this.#ref(item, 'title' in item ? item : null)),
      text: textOf(first.pull),
      credits: credits(first.pull.author, [...acts, ...merges]),
      reason: reasonOf(first.decision),
      ...unrelated,
    };
  }

  /** One entry for the pull requests of bots, which are tedious one by one. */
  collapsed(bots: readonly DecidedPull[]): Entry {
    const pulls = bots.map(({ pull }) => pull);
    const [first] = bots;
    if (!first) throw new Error('a collapsed entry has at least one pull request');
    const authors = [...new Set(pulls.map(({ author }) => personName(author) ?? 'unknown'))];
    const text = `${String(pulls.length)} pull requests by ${authors.join(', ')}`;
    return {
      refs: pulls.map((pull) => this.#ref(pull, pull)),
      text: pulls.length === 1 ? textOf(first.pull) : plainText(text),
      credits: [],
      ...unrelated,
      reason: reasonOf(first.decision),
    };
  }

  #ref(id: ItemId, item: Item | null): Ref {
    const { repository, number } = id;
    const kind = item && 'files' in item ? 'pull' : 'issue';
    const own = repository.toLowerCase() === this.#home;
    return {
      repository,
      number,
      kind,
      state: item?.state ?? 'unknown',
      title: item ? plainText(item.title) : null,
      url: { markdown: itemUrl(this.#snapshot.server, id, kind) },
      label: {
        markdown: own ? `#${String(number)}` : `${escapeMarkdown(repository)}#${String(number)}`,
      },
      base: item && 'base' in item && item.base !== null ? plainText(item.base) : null,
      draft: item && 'draft' in item ? item.draft : null,
      stateReason: item && 'stateReason' in item ? item.stateReason : null,
    };
  }
}

function textOf(item: Item): string {
  const note = 'note' in item ? plainText(item.note ?? '') : '';
  const title = plainText(item.title);
  if (note !== '') return note;
  return title === ''
    ? `${'files' in item ? 'Pull request' : 'Issue'} ${String(item.number)}`
    : title;
}

function reasonOf({ section, rule, evidence }: Decision): NonNullable<Entry['reason']> {
  return { section, rule, evidence: plainText(evidence) };
}
