import * as v from 'valibot';
import type { Person } from '../../../snapshot/schema.ts';
import { mapped, nullable, object, scalar } from './fact.ts';

export const ghost: Person = { login: 'ghost', type: 'ghost' };

/** GitHub's `Actor`. A deleted account is null; a bot's login lacks `[bot]`, so its type decides. */
export const actor = mapped(
  nullable(object({ __typename: scalar(v.string()), login: scalar(v.string()) })),
  (account): Person => {
    if (account === null) return ghost;
    return { login: account.login, type: account.__typename === 'Bot' ? 'bot' : 'user' };
  },
);

/** GitHub's `GitActor`: an account only where GitHub knows the email address, and never a bot's. */
export const gitActor = mapped(
  nullable(
    object({
      name: scalar(v.nullable(v.string())),
      user: nullable(object({ login: scalar(v.string()) })),
    }),
  ),
  (author): Person => {
    if (author?.user) return { login: author.user.login, type: 'user' };
    const name = author?.name ?? '';
    if (name.endsWith('[bot]')) return { login: name.slice(0, -'[bot]'.length), type: 'bot' };
    return name === '' ? ghost : { login: null, name, type: 'user' };
  },
);
