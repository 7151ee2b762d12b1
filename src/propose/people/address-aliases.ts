import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import { many } from '../../markdown/many.ts';
import { visibleText } from '../../markdown/plain-text.ts';
import type { KnownLogins } from './known-logins.ts';
import { isRole, isUnmistakable, nameWords } from './names.ts';
import type { ProposedAlias } from './proposed-alias.ts';

/** An address of a person, and none of a machine like that of many others. */
const ADDRESS = /^[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$/i;
const SHARED = /@(?:[\w-]+\.)*(?:local|localdomain|lan|home|internal|example\.(?:com|net|org))$/i;

/**
 * The logins, in lower case, of those who are known to sign with an address, and the one that the address
 * begins with.
 */
export function loginsOfAddress(email: string, known: KnownLogins): Set<string> {
  if (!ADDRESS.test(email) || SHARED.test(email)) return new Set();
  const local = email.slice(0, email.indexOf('@')).toLowerCase();
  const isLogin = known.spelled(local) !== null && isUnmistakable(local, known.wordsOfNames);
  return new Set([...known.loginsAt(email), ...(isLogin ? [local] : [])]);
}

/**
 * The alias of an address whose signatures have no login, where one login is known by the address. Null
 * where two logins compete, or a name says somebody else.
 *
 * @param unknown the signatures without a login
 */
export function addressAlias(
  email: string,
  unknown: readonly KnownSignature[],
  known: KnownLogins,
): ProposedAlias | null {
  const [key, ...others] = loginsOfAddress(email, known);
  const login = key === undefined ? null : known.spelled(key);
  if (key === undefined || login === null || others.length > 0) return null;
  const names = [...new Set(unknown.map(({ name }) => name))];
  const isShared = isRole(email.slice(0, email.indexOf('@')));
  const fits = (name: string): boolean =>
    known.canBe(name, key) && (!isShared || sharesWord(name, key, known));
  if (!names.every(fits)) return null;
  const recent = unknown.reduce((sum, signature) => sum + signature.recent, 0);
  const signed = names.filter((name) => visibleText(name).trim() !== '').slice(0, 3);
  const as = signed.length > 0 ? ` as ${signed.join(', ')}` : '';
  const why = known.loginsAt(email).has(key)
    ? `the same address also signs for the login ${login}`
    : `the address begins with the login of ${known.shownName(key)}`;
  return {
    ...{ name: email, login, recent },
    why: `${email}: ${many(recent, 'commit')} of the last year${as}; ${why}.`,
  };
}

function sharesWord(name: string, login: string, known: KnownLogins): boolean {
  const words = new Set([login, ...known.namesOf(login)].flatMap(nameWords));
  return nameWords(name).some((word) => words.has(word));
}
