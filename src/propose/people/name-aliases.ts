import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import { many } from '../../markdown/many.ts';
import { visibleText } from '../../markdown/plain-text.ts';
import { loginsOfAddress } from './address-aliases.ts';
import type { KnownLogins } from './known-logins.ts';
import { isFullName, isUnmistakable, lettersOf } from './names.ts';
import type { ProposedAlias } from './proposed-alias.ts';

/** Longer ones are no names. */
const LONGEST = 60;

/**
 * The alias of a name that no login is known for, but that reads like a login, or like the full name of
 * somebody who has one. Null where two logins compete, that of an address among them.
 *
 * @param unknown the signatures with the name
 */
export function nameAlias(
  name: string,
  unknown: readonly KnownSignature[],
  known: KnownLogins,
): ProposedAlias | null {
  if (name.length > LONGEST || visibleText(name) !== name) return null;
  // Where the name is also that of somebody with a login, the history does not agree on whose it is.
  if (known.loginsOfName(name).size > 0) return null;
  const addresses = unknown.flatMap(({ email }) => [...loginsOfAddress(email, known)]);
  const byName = known.loginsByLetters(name);
  const [key, ...others] = new Set([...byName, ...addresses]);
  const login = key === undefined || byName.size === 0 ? null : known.spelled(key);
  if (key === undefined || login === null || others.length > 0) return null;
  const isLogin = lettersOf(name) === lettersOf(login);
  const isSure = isLogin ? isUnmistakable(login, known.wordsOfNames) : isFullName(name);
  if (!isSure || !known.canBe(name, key)) return null;
  const owner = known.shownName(key);
  const why = isLogin ? `which reads like the login of ${owner}` : `and ${owner} has a login`;
  const recent = unknown.reduce((sum, signature) => sum + signature.recent, 0);
  return {
    ...{ name, login, recent },
    why: `${name}: ${many(recent, 'commit')} of the last year with this name, ${why}.`,
  };
}
