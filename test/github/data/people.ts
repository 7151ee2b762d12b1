import { hash } from '../random.ts';
import { actor, type Actor } from './actor.ts';
import type { DataSet } from './data-set.ts';
import type { ActorInput } from './input.ts';
import type { Repository } from './repository.ts';

export interface Team {
  __typename: 'Team';
  id: string;
  name: string;
  slug: string;
  combinedSlug: string;
  organization: Actor | null;
}

/** The accounts of people that the data name: owners, collaborators, and its list of users. */
export function peopleOf({ repositories, users, server }: DataSet): Actor[] {
  const owners = repositories.flatMap(({ ownerLogin, ownerType }) =>
    ownerType === 'User' ? ownerLogin : [],
  );
  const collaborators = repositories.flatMap(({ collaborators: given = {} }) => Object.keys(given));
  const inputs: ActorInput[] = [...users, ...owners, ...collaborators];
  const people = inputs.flatMap((input) => actor(input, server) ?? []);
  return [...new Map(people.map((person) => [person.login.toLowerCase(), person])).values()];
}

export function personNamed(data: DataSet, login: string): Actor | null {
  const wanted = login.toLowerCase();
  return peopleOf(data).find((person) => person.login.toLowerCase() === wanted) ?? null;
}

export function teamsOf({ teams, server }: DataSet): Team[] {
  return teams.map(({ organization, slug, name = slug }) => {
    const combinedSlug = `${organization}/${slug}`;
    return {
      __typename: 'Team',
      id: `T_kwDO${hash(combinedSlug).toString(36)}`,
      ...{ name, slug, combinedSlug },
      organization: actor({ login: organization, type: 'Organization' }, server),
    };
  });
}

/** Whether issues and reviews can be given to somebody. */
export function isCollaborator(repository: Repository, login: string): boolean {
  const { collaborators } = repository;
  return collaborators === undefined || login in collaborators;
}
