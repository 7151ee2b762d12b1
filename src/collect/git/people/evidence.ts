import { nameKey } from '../../../people/name-key.ts';
import type { Signature } from '../history/signature.ts';
import type { CommitGraph } from './commit-graph.ts';
import { ownForks } from './forks.ts';
import type { MergedBranches } from './merged-branches.ts';
import { RenamedAccounts } from './renamed-accounts.ts';
import { addressKey } from './signature-keys.ts';
import type { SignatureReader } from './signature-reader.ts';
import { successions } from './successions.ts';
import { Tally } from './tally.ts';

/** A name of one word is often somebody else's too, so that it needs more evidence. */
const ENOUGH_FOR_ONE_WORD = 3;

/**
 * What a whole history says about who has which login. A noreply address proves its login, and is
 * evidence for the name beside it; a fork is evidence for the name and the address of its owner, who
 * wrote its branches.
 */
export class Evidence {
  readonly #byName = new Tally();
  readonly #byAddress = new Tally();
  readonly #spellings = new Tally();
  readonly #renamed = new RenamedAccounts();

  /** @param owner that of the repository, in lower case */
  constructor(
    graph: CommitGraph,
    branches: MergedBranches,
    reader: SignatureReader,
    owner: string,
  ) {
    const proofs = provenAccounts(graph, branches, reader);
    const forks = ownForks(graph, branches, reader, owner);
    // All renamings first: they decide what the rest is evidence for.
    const lastProof = new Map<string, number>();
    for (const { account, last } of proofs) {
      const login = account.login.toLowerCase();
      this.#renamed.add(account, last);
      lastProof.set(login, Math.max(last, lastProof.get(login) ?? -Infinity));
    }
    for (const { from, to } of successions(forks, lastProof)) this.#renamed.rename(from, to);
    for (const { signature, account, count } of proofs) {
      this.#add(reader.proper(signature), account.login, count);
    }
    for (const { writer, owner: login } of forks) this.#add(writer, login, 1);
  }

  /** The newest login of an account that was renamed, as it is written as a rule. */
  newestLogin(login: string): string {
    const newest = this.#renamed.newest(login);
    return this.#spellings.most(newest) ?? (newest === login.toLowerCase() ? login : newest);
  }

  /**
   * The login that the evidence for the address gives, else that for the name; null without any, and
   * where the two contradict.
   *
   * @param proper as the `.mailmap` has it
   */
  loginOf(proper: Signature): string | null {
    const name = nameKey(proper.name);
    const byAddress = this.#byAddress.agreed(addressKey(proper));
    const byName = this.#byName.agreed(name);
    const isEnough =
      byName !== null &&
      (name.includes(' ') || name === byName.value || byName.count >= ENOUGH_FOR_ONE_WORD);
    const logins = [byAddress, isEnough ? byName : null].flatMap((found) => found?.value ?? []);
    const [login, other = login] = logins;
    return login === undefined || login !== other ? null : this.newestLogin(login);
  }

  #add(proper: Signature, login: string, count: number): void {
    const newest = this.#renamed.newest(login);
    if (newest === login.toLowerCase()) this.#spellings.add(newest, login, count);
    const [name, address] = [nameKey(proper.name), addressKey(proper)];
    if (name !== '') this.#byName.add(name, newest, count);
    if (address !== '') this.#byAddress.add(address, newest, count);
  }
}

/** The signatures with noreply addresses: how many commits have each, and when it was last used. */
function provenAccounts(graph: CommitGraph, branches: MergedBranches, reader: SignatureReader) {
  const uses = graph.signatures.map((signature) => ({ signature, count: 0, last: 0 }));
  graph.hashes.forEach((_, commit) => {
    if (!branches.isReachable(commit)) return;
    for (const number of [graph.authors[commit] ?? -1, ...(graph.coAuthors.get(commit) ?? [])]) {
      const use = uses[number];
      if (use === undefined) continue;
      use.count += 1;
      use.last = Math.max(use.last, graph.times[commit] ?? 0);
    }
  });
  return uses.flatMap((use) => {
    const account = use.count > 0 ? reader.accountOf(use.signature) : null;
    return account ? [{ ...use, account }] : [];
  });
}
