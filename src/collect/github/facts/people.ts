import * as v from 'valibot';
import { botNamed } from '../../../people/account.ts';
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

/** GitHub's `GitActor`: an account only where GitHub knows the email address, and never a bot's. */
export const gitActor = mapped(
  nullable(
    object({
      name: scalar(v.nullable(shortText)),
      user: nullable(object({ login: scalar(shortText) })),
    }),
  ),
  (author): Person => {
    if (author?.user) return accountNamed(author.user.login, 'user');
    const name = author?.name ?? '';
    if (name === '') return ghost;
    return botNamed(name) ?? { login: null, name, type: 'user' };
  },
);

/** The account of an import can have the name of any other service as its login, which is only a name here. */
function accountNamed(login: string, type: 'user' | 'bot'): Person {
  return loginPattern.test(login) ? { login, type } : { login: null, name: login, type };
}
