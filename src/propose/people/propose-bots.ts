import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import type { CommentedPull } from '../../collect/github/recent-comments.ts';
import { bareLogin } from '../../item/bare-login.ts';
import { visibleText } from '../../markdown/plain-text.ts';
import { MachineAccounts } from '../../people/machine-accounts.ts';
import { botsInComments } from './bots-in-comments.ts';
import { botsInHistory } from './bots-in-history.ts';
import type { ProposedBot } from './proposed-bot.ts';

/** More are not read. */
const MOST = 10;
/** Longer ones are no names. */
const LONGEST = 60;

/** Machines that devreport does not know, and that GitHub or a clone has as people; each once. */
export function proposeBots(
  signatures: readonly KnownSignature[],
  pulls: readonly CommentedPull[],
): ProposedBot[] {
  const machines = new MachineAccounts([]);
  const found = new Map<string, ProposedBot>();
  for (const bot of [...botsInHistory(signatures), ...botsInComments(pulls)]) {
    const { name } = bot;
    const isUsable = name.length <= LONGEST && visibleText(name) === name && name.trim() === name;
    const key = bareLogin(name);
    if (isUsable && key !== '' && !machines.has(name) && !found.has(key)) found.set(key, bot);
  }
  return [...found.values()].slice(0, MOST);
}
