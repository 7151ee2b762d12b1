import { nameKey } from '../../people/name-key.ts';

/** What addresses, names and logins are called that do not belong to one person. */
const roles = new Set([
  ...['admin', 'administrator', 'anonymous', 'bot', 'build', 'ci', 'contact', 'contributor'],
  ...[
    'dependabot',
    'developer',
    'developers',
    'devnull',
    'email',
    'engineering',
    'github',
    'gitlab',
  ],
  ...['hello', 'info', 'maintainer', 'maintainers', 'me', 'mail', 'no-reply', 'nobody', 'noreply'],
  ...['office', 'opensource', 'owner', 'postmaster', 'release', 'root', 'runner', 'security'],
  ...['support', 'system', 'team', 'test', 'ubuntu', 'unknown', 'user', 'username', 'vagrant'],
  ...['webmaster', 'dev', 'git', 'code', 'oss', 'web', 'user-name', 'your-name'],
]);

/** Shorter logins can be anybody's first or last name, or initials. */
const LEAST_LETTERS = 6;
/** With a digit or a hyphen, which no name has. */
const LEAST_WITH_OTHERS = 5;

export function isRole(word: string): boolean {
  return roles.has(word.toLowerCase());
}

/** The words of a name, without case and accents. */
export function nameWords(name: string): string[] {
  return unaccented(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The letters and digits of a name or a login. */
export function lettersOf(text: string): string {
  return nameWords(text).join('');
}

/** Whether a name has several words, so that few people share it; a login like `ann-doe` has one. */
export function isFullName(name: string): boolean {
  return name.split(/\s+/).filter((word) => nameWords(word).length > 0).length > 1;
}

/** Whether two names can be one person's: unless both are full, and none has all words of the other. */
export function canBeSame(name: string, other: string): boolean {
  if (!isFullName(name) || !isFullName(other)) return true;
  const [few = [], many = []] = [nameWords(name), nameWords(other)].toSorted(
    (a, b) => a.length - b.length,
  );
  return few.every((word) => many.includes(word));
}

/**
 * Whether a login is nobody else's name: one that is long enough, and no word of a full name.
 *
 * @param wordsOfNames those of all full names in the history
 */
export function isUnmistakable(login: string, wordsOfNames: ReadonlySet<string>): boolean {
  const key = login.toLowerCase();
  const least = /^[a-z]+$/.test(key) ? LEAST_LETTERS : LEAST_WITH_OTHERS;
  return key.length >= least && !isRole(key) && !wordsOfNames.has(unaccented(key));
}

function unaccented(text: string): string {
  return nameKey(text.normalize('NFKD').replace(/\p{M}/gu, ''));
}
