import { botNamed } from '../../../people/account.ts';
import { botAt } from '../../../people/known-bots.ts';
import { MachineAccounts } from '../../../people/machine-accounts.ts';
import { nameKey } from '../../../people/name-key.ts';
import type { Signature } from '../history/signature.ts';
import type { Mailmap } from './mailmap.ts';
import { isGitHubItself, type NoreplyAccount, noreplyAccount } from './noreply-address.ts';

/** What a signature says by itself. */
export interface ReadSignature {
  /** As the `.mailmap` has it. */
  proper: Signature;
  /** The account of a noreply address, also where the `.mailmap` has another one for it. */
  account: NoreplyAccount | null;
  isBot: boolean;
  /** The proper name, to compare by. */
  nameKey: string;
  /** The proper address, to compare by; empty for one that many people may have: `root@localhost`. */
  addressKey: string;
}

/** Reads signatures, each of them once. */
export class SignatureReader {
  readonly #mailmap: Mailmap;
  readonly #host: string;
  readonly #machines: MachineAccounts;
  readonly #read = new Map<Signature, ReadSignature>();

  /**
   * @param server like `https://github.com`
   * @param bots logins of machine accounts, besides those that are known
   */
  constructor(mailmap: Mailmap, server: string, bots: readonly string[]) {
    this.#mailmap = mailmap;
    this.#host = new URL(server).hostname;
    this.#machines = new MachineAccounts(bots);
  }

  read(signature: Signature): ReadSignature {
    const known = this.#read.get(signature);
    if (known) return known;
    const proper = this.#mailmap.proper(signature);
    const account =
      noreplyAccount(proper.email, this.#host) ?? noreplyAccount(signature.email, this.#host);
    const names = [account?.login ?? '', proper.name.trim()];
    const address = proper.email.trim().toLowerCase();
    const read: ReadSignature = {
      ...{ proper, account },
      isBot: botAt(proper.email) !== null || names.some((name) => this.isBotLogin(name)),
      nameKey: nameKey(proper.name),
      addressKey: /@[^@]+\.[^@.]+$/.test(address) ? address : '',
    };
    this.#read.set(signature, read);
    return read;
  }

  /** Whether a login, or the name of a machine that signs with it, is a bot's. */
  isBotLogin(login: string): boolean {
    return botNamed(login) !== null || this.#machines.has(login);
  }

  /** Whether GitHub itself signed, as the committer of what is done on its site. */
  isGitHubItself({ email }: Signature): boolean {
    return isGitHubItself(email, this.#host);
  }
}

/** Whether two signatures have a name or an address in common. */
export function isSameSigner(a: ReadSignature, b: ReadSignature): boolean {
  const isShared = (one: string, other: string): boolean => one !== '' && one === other;
  return isShared(a.nameKey, b.nameKey) || isShared(a.addressKey, b.addressKey);
}
