import type { CommitGraph } from './commit-graph.ts';
import { ownForks } from './forks.ts';
import type { MergedBranches } from './merged-branches.ts';
import { RenamedAccounts } from './renamed-accounts.ts';
import type { ReadSignature, SignatureReader } from './signature-reader.ts';
import { successions } from './successions.ts';
import { EvidenceCount } from './evidence-count.ts';

/** A name of one word is often somebody else's too, so that it needs more evidence. */
const ENOUGH_FOR_ONE_WORD = 3;

/**
 * What a whole history says about who has which login. A noreply address proves its login, and is
 * evidence for the name beside it; a fork is evidence for the name and the address of its owner, who
 * wrote its branches.
 */
export class Evidence {
  readonly #byName = new EvidenceCount();
  readonly #byAddress = new EvidenceCount();
  readonly #spellings = new EvidenceCount();
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
    for (const { read, account, count } of proofs) this.#add(read, account.login, count);
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
   */
  loginOf({ nameKey: name, addressKey }: ReadSignature): string | null {
    const byAddress = this.#byAddress.agreed(addressKey);
    const byName = this.#byName.agreed(name);
    const isEnough =
      byName !== null &&
      (name.includes(' ') || name === byName.value || byName.count >= ENOUGH_FOR_ONE_WORD);
    const logins = [byAddress, isEnough ? byName : null].flatMap((found) => found?.value ?? []);
    const [login, other = login] = logins;
    return login === undefined || login !== other ? null : this.newestLogin(login);
  }

  #add({ nameKey, addressKey }: ReadSignature, login: string, count: number): void {
    const newest = this.#renamed.newest(login);
    if (newest === login.toLowerCase()) this.#spellings.add(newest, login, count);
    if (nameKey !== '') this.#byName.add(nameKey, newest, count);
    if (addressKey !== '') this.#byAddress.add(addressKey, newest, count);
  }
}

/** The signatures with noreply addresses: how many commits have each, and when it was last used. */
function provenAccounts(graph: CommitGraph, branches: MergedBranches, reader: SignatureReader) {
  const { authors, coAuthors, times, signatures } = graph.columns;
  const uses = signatures.map((signature) => ({ signature, count: 0, last: 0 }));
  const count = (commit: number, signer: number): void => {
    const use = uses[signer];
    if (use === undefined || !branches.isReachable(commit)) return;
    use.count += 1;
    use.last = Math.max(use.last, times[commit] ?? 0);
  };
  authors.forEach((author, commit) => {
    count(commit, author);
  });
  for (const [commit, others] of coAuthors) for (const other of others) count(commit, other);
  return uses.flatMap(({ signature, ...use }) => {
    const read = reader.read(signature);
    return use.count > 0 && read.account ? [{ ...use, read, account: read.account }] : [];
  });
}
