import * as v from 'valibot';
import { botNamed } from '../../../people/account.ts';
import { botAt } from '../../../people/known-bots.ts';
import { ghost } from '../../../people/ghost.ts';
import { loginPattern } from '../../../item/login.ts';
import type { Person } from '../../../snapshot/schema.ts';
import { mapped, nullable, object, scalar } from './fact.ts';
import { shortText } from './scalars.ts';

/** GitHub's `Actor`. A deleted account is null; a bot's login lacks `[bot]`, so its type decides. */
export const actor = mapped(
  nullable(object({ __typename: scalar(v.string()), login: scalar(shortText) })),
  (account): Person => {
    if (account === null) return ghost;
    return accountNamed(account.login, account.__typename === 'Bot' ? 'bot' : 'user');
  },
);

/** The name in the profile of an `Actor`; null when it has none. */
export const profileName = {
  selection: '{ ... on User { name } }',
  schema: v.pipe(
    v.nullable(v.object({ name: v.optional(v.nullable(v.string())) })),
    v.transform((account) => account?.name ?? null),
  ),
};

/** Who signed a commit as its author, and how. */
export interface GitActor {
  /** With a login where GitHub knows the address. */
  person: Person;
  name: string;
  /** In lower case. */
  email: string;
}

/** Git allows any length. */
const gitText = v.nullish(
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, 1_000).trim()),
  ),
  '',
);

/** GitHub's `GitActor`: an account only where GitHub knows the email address, and never a bot's. */
export const gitActor = mapped(
  nullable(
    object({
      name: scalar(gitText),
      email: scalar(gitText),
      user: nullable(object({ login: scalar(shortText) })),
    }),
  ),
  (author): GitActor => {
    const { name, email } = author ?? { name: '', email: '' };
    return { person: signer(name, email, author?.user?.login), name, email: email.toLowerCase() };
  },
);

function signer(name: string, email: string, login: string | undefined): Person {
  if (login !== undefined) return accountNamed(login, 'user');
  const hidden = /^(?:\d+\+)?(?<bot>[\w-]+\[bot\])@users\.noreply\./i.exec(email)?.groups;
  const bot = botNamed(name) ?? botNamed(hidden?.['bot'] ?? '') ?? botAt(email);
  if (bot !== null) return accountNamed(bot.login ?? name, 'bot');
  return name === '' ? ghost : { login: null, name, type: 'user' };
}

/**
 * Whether the message of a commit may name co-authors. Their accounts are only in `Commit.authors`, which
 * is worth asking for then alone: lists in lists cost a point for each hundred commits.
 */
export const namesCoAuthors = {
  field: 'messageBody',
  ...mapped(scalar(v.string()), (body) => /^[ \t]*co-authored-by:/im.test(body)),
};

/** The account of an import can have the name of any other service as its login, which is only a name here. */
function accountNamed(login: string, type: 'user' | 'bot'): Person {
  return loginPattern.test(login) ? { login, type } : { login: null, name: login, type };
}
