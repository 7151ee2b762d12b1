import type { Config } from '../config/schema/schema.ts';
import type { Person, Snapshot } from '../snapshot/schema.ts';
import { accountOf } from './account.ts';
import { Aliases } from './aliases.ts';
import { KnownNames } from './known-names.ts';
import { MachineAccounts } from './machine-accounts.ts';
import { mapPeople, peopleIn } from './map-people.ts';
import { personKey } from './person-key.ts';

/**
 * Makes one person of everybody who is one, wherever a snapshot has them: names get the logins that the
 * config, or another fact of the snapshot, gives them, and machine accounts become bots. Nobody is an
 * author and a co-author at once, or a co-author twice.
 */
export function settlePeople(snapshot: Snapshot, people: Config['people']): Snapshot {
  const aliases = new Aliases(people.aliases);
  const machines = new MachineAccounts(people.bots);
  const withAliases = mapPeople(snapshot, (person) => {
    const login = person.login === null ? aliases.loginOf(person.name ?? '') : null;
    return login === null ? person : { ...person, ...accountOf(login) };
  });
  const names = new KnownNames(peopleIn(withAliases));
  const settled = mapPeople(withAliases, (person) => machines.settle(names.settle(person)));
  return {
    ...settled,
    pullRequests: settled.pullRequests.map(withoutRepetition),
    commits: settled.commits.map(withoutRepetition),
  };
}

function withoutRepetition<Written extends { author: Person; coAuthors: Person[] }>(
  written: Written,
): Written {
  const seen = new Set([personKey(written.author)]);
  const coAuthors = written.coAuthors.filter((person) => {
    const isNew = !seen.has(personKey(person));
    seen.add(personKey(person));
    return isNew;
  });
  return { ...written, coAuthors };
}
