import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import type { CommentedPull } from '../../collect/github/recent-comments.ts';
import { bareLogin } from '../../item/bare-login.ts';
import { many } from '../../markdown/many.ts';
import { plainLine } from '../../markdown/plain-text.ts';
import type { ProposedSettings } from '../proposal.ts';
import { proposeAliases } from './propose-aliases.ts';
import { proposeBots } from './propose-bots.ts';

/** What a clone and GitHub show of the people of a project. */
export interface ProjectActivity {
  signatures: readonly KnownSignature[];
  /** Empty without a token. */
  pulls: readonly CommentedPull[];
}

/** Options of the config, and a line about them. */
export interface ProposedPeople {
  settings: ProposedSettings;
  notes: string[];
}

/** Of an example. */
const LONGEST = 60;

/** Machines and aliases for the `people` of a config; nothing where none is very likely right. */
export function proposePeople({ signatures, pulls }: ProjectActivity): ProposedPeople {
  const bots = proposeBots(signatures, pulls);
  const machines = new Set(bots.map(({ name }) => bareLogin(name)));
  const aliases = proposeAliases(signatures).filter(
    ({ name, login }) => !machines.has(bareLogin(name)) && !machines.has(bareLogin(login)),
  );
  if (bots.length + aliases.length === 0) return { settings: {}, notes: [] };
  const value = {
    ...(bots.length > 0 && { bots: bots.map(({ name }) => name) }),
    ...(aliases.length > 0 && {
      aliases: Object.fromEntries(aliases.map(({ name, login }) => [name, login])),
    }),
  };
  const why = [
    'Proposed where the history makes it very likely. Look at each before you keep it.',
    ...bots.map(({ name, what, example }) => `${name}: ${what}, such as “${shortened(example)}”.`),
    ...aliases.map((alias) => alias.why),
  ];
  const found = [
    ...(bots.length > 0 ? [many(bots.length, 'bot')] : []),
    ...(aliases.length > 0 ? [many(aliases.length, 'alias', 'aliases')] : []),
  ];
  const note = `Proposed ${found.join(' and ')} from the history: see people.`;
  return { settings: { people: { value, why } }, notes: [note] };
}

function shortened(text: string): string {
  const line = plainLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
