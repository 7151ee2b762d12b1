import type { KnownSignature } from '../../collect/git/recent-signatures.ts';
import { nameKey } from '../../people/name-key.ts';
import { groupedBy } from '../grouped-by.ts';
import { addressAlias } from './address-aliases.ts';
import { KnownLogins } from './known-logins.ts';
import { nameAlias } from './name-aliases.ts';
import type { ProposedAlias } from './proposed-alias.ts';

/** More are not read. */
const MOST = 20;

/**
 * Whom a report would name without a login, though the history very likely shows it: those who signed in
 * the last year, most commits first. What a report knows by itself is left out.
 */
export function proposeAliases(signatures: readonly KnownSignature[]): ProposedAlias[] {
  const known = new KnownLogins(signatures);
  const unknown = signatures.filter(
    ({ person, recent }) => person.login === null && person.type === 'user' && recent > 0,
  );
  const byAddress = groupedBy(unknown, ({ email }) => email.toLowerCase());
  const ofAddresses = [...byAddress].flatMap(
    ([email, same]) => addressAlias(email, same, known) ?? [],
  );
  const settled = new Set(ofAddresses.map(({ name }) => name));
  const left = unknown.filter(({ email }) => !settled.has(email.toLowerCase()));
  const byName = groupedBy(left, ({ name }) => nameKey(name));
  const ofNames = [...byName.values()].flatMap(
    (same) => nameAlias(same[0]?.name.trim() ?? '', same, known) ?? [],
  );
  // A name can be an address.
  const isFirst = ({ name }: ProposedAlias): boolean => !settled.has(nameKey(name));
  return [...ofAddresses, ...ofNames.filter(isFirst)]
    .toSorted((a, b) => b.recent - a.recent || (a.name < b.name ? -1 : 1))
    .slice(0, MOST);
}
