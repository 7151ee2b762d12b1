import * as v from 'valibot';
import type { Person } from '../../../snapshot/schema.ts';

const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** A `DateTime` as the snapshot has it: UTC, to the second. */
export const instant = v.pipe(
  v.string(),
  v.transform((text) => (utc.test(text) ? text : toUtc(text))),
  v.regex(utc),
);

function toUtc(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? text : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export const ghost: Person = { login: 'ghost', type: 'ghost' };

/** An `Actor`. A deleted account is null; a bot's login has no `[bot]`, only its type tells. */
export const person = v.pipe(
  v.nullable(v.object({ __typename: v.string(), login: v.string() })),
  v.transform((actor): Person => {
    if (actor === null) return ghost;
    return { login: actor.login, type: actor.__typename === 'Bot' ? 'bot' : 'user' };
  }),
);

/** What `person` reads. */
export const personFields = '{ __typename login }';

/** A commit's author: an account only if GitHub knows the address, and never for a bot. */
export const gitPerson = v.pipe(
  v.nullable(
    v.object({
      name: v.nullable(v.string()),
      user: v.nullable(v.object({ login: v.string() })),
    }),
  ),
  v.transform((author): Person => {
    if (author?.user) return { login: author.user.login, type: 'user' };
    const name = author?.name ?? '';
    if (name.endsWith('[bot]')) return { login: name.slice(0, -'[bot]'.length), type: 'bot' };
    return name === '' ? ghost : { login: null, name, type: 'user' };
  }),
);

export const gitPersonFields = '{ name user { login } }';
