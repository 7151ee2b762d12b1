import * as v from 'valibot';
import { loginPattern } from '../../item/login.ts';
import { listOption, textValue } from './value-schemas.ts';

/** What somebody can be credited for. */
export const creditRoles = ['author', 'co-author', 'reviewer', 'commenter', 'merger'] as const;
export type CreditRole = (typeof creditRoles)[number];

const loginValue = v.pipe(v.string(), v.regex(loginPattern, 'expected a login like octocat'));

export const peopleSchema = v.strictObject({
  bots: listOption(
    textValue,
    'Logins of machine accounts that GitHub calls users. They are treated like all bots.',
  ),
  aliases: v.pipe(
    v.optional(v.record(v.string(), loginValue), {}),
    v.description('The login of each name or email address that stands for the same person.'),
  ),
});

export const creditsOption = v.pipe(
  v.optional(v.array(v.picklist(creditRoles))),
  v.description(
    'Whom an entry credits. Default: everybody who took part, or `[author, co-author]` where reviews are unknown, as in a local clone.',
  ),
);
