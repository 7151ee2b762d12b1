import { botNamed } from '../../../people/account.ts';
import { botAt } from '../../../people/known-bots.ts';
import { MachineAccounts } from '../../../people/machine-accounts.ts';
import type { Signature } from '../history/signature.ts';
import type { Mailmap } from './mailmap.ts';
import { isGitHubItself, type NoreplyAccount, noreplyAccount } from './noreply-address.ts';

/** What a signature says by itself, once the `.mailmap` has been obeyed. */
export class SignatureReader {
  readonly #mailmap: Mailmap;
  readonly #host: string;
  readonly #machines: MachineAccounts;

  /**
   * @param server like `https://github.com`
   * @param bots logins of machine accounts, besides those that are known
   */
  constructor(mailmap: Mailmap, server: string, bots: readonly string[]) {
    this.#mailmap = mailmap;
    this.#host = new URL(server).hostname;
    this.#machines = new MachineAccounts(bots);
  }

  proper(signature: Signature): Signature {
    return this.#mailmap.proper(signature);
  }

  /** The account of a noreply address, also where the `.mailmap` has another address for it. */
  accountOf(signature: Signature): NoreplyAccount | null {
    return (
      noreplyAccount(this.proper(signature).email, this.#host) ??
      noreplyAccount(signature.email, this.#host)
    );
  }

  isBot(signature: Signature): boolean {
    const account = this.accountOf(signature);
    const { name, email } = this.proper(signature);
    const names = [account?.login ?? '', name.trim()];
    return botAt(email) !== null || names.some((text) => this.isBotLogin(text));
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
