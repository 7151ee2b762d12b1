import { readMergeMessage } from '../history/merge-message.ts';
import type { Signature } from '../history/signature.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { MergedBranches } from './merged-branches.ts';
import { RenamedAccounts } from './renamed-accounts.ts';
import { addressKey, isSameSigner, nameKey } from './signature-keys.ts';
import type { SignatureReader } from './signature-reader.ts';
import { Tally } from './tally.ts';

/** A name of one word is often somebody else's too, so that it needs more evidence. */
const ENOUGH_FOR_ONE_WORD = 3;

/**
 * What a whole history says about who has which login. A noreply address proves its login, and is
 * evidence for the name beside it. The owner of a fork is taken for the one who wrote all commits of
 * its branch, unless several people wrote the branches of that owner, an organisation as a rule.
 */
export class Evidence {
  readonly #byName = new Tally();
  readonly #byAddress = new Tally();
  readonly #spellings = new Tally();
  readonly #renamed = new RenamedAccounts();
  readonly #reader: SignatureReader;

  /** @param repository `owner/name`; a branch of the owner is no fork's */
  constructor(
    graph: CommitGraph,
    branches: MergedBranches,
    reader: SignatureReader,
    repository: string,
  ) {
    this.#reader = reader;
    this.#readSignatures(graph, branches);
    const [owner = ''] = repository.toLowerCase().split('/', 1);
    this.#readForks(graph, branches, owner);
  }

  /** The newest login of an account that was renamed, as it is written as a rule. */
  newestLogin(login: string): string {
    const newest = this.#renamed.newest(login).toLowerCase();
    return this.#spellings.most(newest) ?? login;
  }

  /**
   * The login that the evidence for the address gives, else that for the name; null without any, and
   * where the two contradict.
   */
  loginOf(signature: Signature): string | null {
    const proper = this.#reader.proper(signature);
    const byAddress = this.#byAddress.agreed(addressKey(proper));
    const byName = this.#byName.agreed(nameKey(proper));
    const isEnough =
      byName !== null &&
      (nameKey(proper).includes(' ') ||
        nameKey(proper) === byName.value ||
        byName.count >= ENOUGH_FOR_ONE_WORD);
    const logins = [byAddress, isEnough ? byName : null].flatMap((found) => found?.value ?? []);
    const [login, other = login] = logins;
    return login === undefined || login !== other ? null : this.newestLogin(login);
  }

  #readSignatures(graph: CommitGraph, branches: MergedBranches): void {
    const uses = graph.signatures.map((signature) => ({ signature, count: 0, latest: -Infinity }));
    graph.hashes.forEach((_, commit) => {
      if (!branches.isReachable(commit)) return;
      for (const number of [graph.authors[commit] ?? -1, ...(graph.coAuthors.get(commit) ?? [])]) {
        const use = uses[number];
        if (use === undefined) continue;
        use.count += 1;
        use.latest = Math.max(use.latest, graph.times[commit] || -Infinity);
      }
    });
    const accounts = uses.flatMap(({ signature, count, latest }) => {
      const account = count > 0 ? this.#reader.accountOf(signature) : null;
      return account ? [{ signature, account, count, latest }] : [];
    });
    // All renamings first: they decide what the rest is evidence for.
    for (const { account, latest } of accounts) this.#renamed.add(account, latest);
    for (const { signature, account, count } of accounts)
      this.#add(signature, account.login, count);
  }

  #readForks(graph: CommitGraph, branches: MergedBranches, ownOwner: string): void {
    const names = new Tally();
    const addresses = new Tally();
    const forks: { owner: string; key: string; writer: Signature }[] = [];
    const isPullRequest = (merge: number): boolean =>
      readMergeMessage(graph.subjects.get(merge) ?? '') !== null;
    for (const [merge, subject] of graph.subjects) {
      const owner = branches.isReachable(merge) ? readMergeMessage(subject)?.headOwner : null;
      const key = owner?.toLowerCase() ?? ownOwner;
      if (!owner || key === ownOwner) continue;
      const commits = branches.broughtIn(merge, null, isPullRequest);
      const writer = this.#onlyWriter(graph, commits);
      if (writer === null) continue;
      forks.push({ owner, key, writer });
      names.add(key, nameKey(writer));
      addresses.add(key, addressKey(writer));
    }
    for (const { owner, key, writer } of forks) {
      const name = names.agreed(key)?.value ?? '';
      const email = addresses.agreed(key)?.value ?? '';
      if (isSameSigner(writer, { name, email })) this.#add(writer, owner, 1);
    }
  }

  /** Who wrote all of the commits, bots aside; null for nobody and for several. */
  #onlyWriter(graph: CommitGraph, commits: readonly number[]): Signature | null {
    const authors = new Set(commits.map((commit) => graph.authors[commit] ?? -1));
    const [first = null, ...others] = [...authors]
      .flatMap((author) => graph.signatures[author] ?? [])
      .filter((signature) => !this.#reader.isBot(signature))
      .map((signature) => this.#reader.proper(signature));
    return first && others.every((other) => isSameSigner(first, other)) ? first : null;
  }

  #add(signature: Signature, login: string, times: number): void {
    const proper = this.#reader.proper(signature);
    const newest = this.#renamed.newest(login);
    // The spelling of an old login says nothing about that of the new one.
    if (newest.toLowerCase() === login.toLowerCase()) {
      this.#spellings.add(login.toLowerCase(), login, times);
    }
    const [name, address] = [nameKey(proper), addressKey(proper)];
    if (name !== '') this.#byName.add(name, newest.toLowerCase(), times);
    if (address !== '') this.#byAddress.add(address, newest.toLowerCase(), times);
  }
}
