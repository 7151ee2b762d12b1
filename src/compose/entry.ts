import type { DecidedPull } from '../categorise/categorise.ts';
import type { Decision } from '../categorise/decision.ts';
import type { PullGroup } from '../categorise/group-pulls.ts';
import { labelAmong } from '../categorise/match.ts';
import { compileOtherBranch, type OtherBranch } from '../categorise/other-branch.ts';
import type { Config } from '../config/schema/schema.ts';
import { commitUrl, type ItemId, itemKey } from '../item/item-id.ts';
import { plainText } from '../markdown/plain-text.ts';
import { fillWords } from '../placeholder/fill-words.ts';
import { personName } from '../people/person-name.ts';
import type { DirectCommit, Issue, PullRequest, Snapshot } from '../snapshot/schema.ts';
import { bumpsText, type PackageBumps } from './bumps/merge-bumps.ts';
import { type Crediting, creditingOf, creditsOf, creditTo, distinct } from './credits.ts';
import { isNewcomers } from './people-of.ts';
import { type EntryTextOf, entryTexts } from './entry-text.ts';
import { type Naming, refTo } from './refs.ts';
import { Relations, shortHash } from './related.ts';
import { asPhrase, inPastTense } from './verbs.ts';
import type { CommitEntry, Credit, Entry } from './view/entry-schema.ts';
import type { Previously } from './view/previously.ts';

type Item = PullRequest | Issue;
type Words = 'text' | 'phrase' | 'past';

/** What entries are made from, besides their items. */
export interface EntryContext {
  snapshot: Snapshot;
  config: Config;
  /** The repository whose items are called `#12`. */
  home: string | undefined;
  previously: Previously;
}

/** Makes entries from the items of a snapshot. */
export class EntryMaker {
  readonly #config: Config;
  readonly #issues: ReadonlyMap<string, Issue>;
  readonly #naming: Naming;
  readonly #crediting: Crediting;
  readonly #relations: Relations;
  readonly #otherBranch: OtherBranch;
  readonly #highlight: ReturnType<typeof labelAmong>;
  readonly #textOf: EntryTextOf;

  constructor({ snapshot, config, home, previously }: EntryContext) {
    this.#config = config;
    this.#issues = new Map(snapshot.issues.map((issue) => [itemKey(issue), issue]));
    this.#naming = { server: snapshot.server, home };
    this.#crediting = creditingOf(snapshot, config);
    this.#relations = new Relations(snapshot, this.#naming, previously.reportedOn, config);
    this.#otherBranch = compileOtherBranch(snapshot, config.branches);
    this.#textOf = entryTexts(config.text);
    this.#highlight = labelAmong([config.labels.highlight]);
  }

  /**
   * The entry of one item.
   *
   * @param decision why a merged pull request is in its section
   */
  single(item: Item, decision: Decision | null = null): Entry {
    return {
      refs: [refTo(item, item, this.#naming)],
      ...wordsOf(this.#text(item, decision)),
      ...this.#credits([item]),
      ...this.#marks([item]),
    };
  }

  /** The entry of pull requests and the issues they resolve. */
  grouped({ pulls: decided, resolves }: PullGroup): Entry {
    const pulls = decided.map(({ pull }) => pull);
    const issues = resolves.map((id) => this.#issues.get(itemKey(id)) ?? id);
    const items: (Item | ItemId)[] = [...pulls, ...issues];
    const known = items.filter((item): item is Item => 'title' in item);
    const [first] = decided;
    if (!first) throw new Error('a group has at least one pull request');
    return {
      refs: items.map((item) => refTo(item, 'title' in item ? item : null, this.#naming)),
      ...wordsOf(this.#text(first.pull, first.decision)),
      ...this.#credits(known),
      reason: reasonOf(first.decision),
      ...this.#marks(known),
    };
  }

  /** One entry for the bumps of a package; the people who wrote some of them are credited. */
  bumped({ pulls, bumps }: PackageBumps): Entry {
    const words = wordsOf(plainText(bumpsText(bumps, this.#config)));
    return { ...this.#joined(pulls), ...words, bumps };
  }

  /** One entry for pull requests that are tedious one by one. */
  collapsed(decided: readonly DecidedPull[]): Entry {
    const pulls = decided.map(({ pull }) => pull);
    const authors = [...new Set(pulls.map(({ author }) => personName(author) ?? 'unknown'))];
    const { sentences, locale } = this.#config;
    const values = { count: pulls.length, people: authors.join(', ') };
    const text = fillWords(sentences.routine, values, locale);
    const [only, ...others] = decided;
    return {
      ...this.#joined(decided),
      ...wordsOf(
        only && others.length === 0 ? this.#text(only.pull, only.decision) : plainText(text),
      ),
    };
  }

  commit(commit: DirectCommit): CommitEntry {
    const { repository, hash, title } = commit;
    return {
      repository,
      hash,
      label: shortHash(commit),
      url: { markdown: commitUrl(this.#naming.server, commit) },
      text: this.#textOf({ title, note: null, fallback: shortHash(commit) }, null).text,
      ...this.#credits([commit]),
      reverts: this.#relations.reverts(commit),
    };
  }

  /** Pull requests of bots in one entry. Their reviewers are not credited for routine. */
  #joined(decided: readonly DecidedPull[]): Omit<Entry, Words> {
    const pulls = decided.map(({ pull }) => pull);
    const [first] = decided;
    if (!first) throw new Error('an entry has at least one pull request');
    const writers = pulls.flatMap(({ coAuthors }) => coAuthors);
    return {
      refs: pulls.map((pull) => refTo(pull, pull, this.#naming)),
      ...withNames(
        distinct(
          writers.filter((one) => !this.#crediting.isLeftOut(one)),
          this.#naming.server,
        ),
      ),
      reason: reasonOf(first.decision),
      ...this.#marks(pulls),
    };
  }

  #text(item: Item, decision: Decision | null): string {
    const fallback = `${'files' in item ? 'Pull request' : 'Issue'} ${String(item.number)}`;
    const note = 'note' in item ? item.note : null;
    return this.#textOf({ title: item.title, note, fallback }, decision).text;
  }

  #credits(items: readonly (Item | DirectCommit)[]) {
    return withNames(creditsOf(items, this.#crediting, this.#naming.server));
  }

  /** What readers should know of the items besides their titles; the first is the subject. */
  #marks(items: readonly Item[]) {
    const pulls = items.filter((item): item is PullRequest => 'files' in item);
    const [subject] = pulls;
    const base = subject ? this.#otherBranch(subject) : null;
    return {
      base: base === null ? null : plainText(base),
      reverts: pulls.flatMap((pull) => this.#relations.reverts(pull)),
      revertedBy: pulls.flatMap((pull) => this.#relations.revertedBy(pull)),
      backports: pulls.flatMap((pull) => this.#relations.backports(pull)),
      bumps: null,
      author: items[0] ? creditTo(items[0].author, this.#naming.server) : null,
      newcomer: pulls.some((pull) => isNewcomers(pull)),
      highlight: items.some(({ labels }) => this.#highlight(labels) !== null),
    };
  }
}

/** The text of an entry in the forms that layouts use. */
function wordsOf(text: string): Pick<Entry, Words> {
  return { text, phrase: asPhrase(text), past: inPastTense(text) };
}

function withNames(credits: Credit[]): Pick<Entry, 'credits' | 'creditsNames'> {
  return { credits, creditsNames: credits.some(({ login }) => login === null) };
}

function reasonOf({ section, rule, evidence }: Decision): NonNullable<Entry['reason']> {
  return { section, rule, evidence: plainText(evidence) };
}
