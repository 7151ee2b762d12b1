import { pageOf, type PageArguments } from '../connection.ts';
import type { Actor } from '../data/actor.ts';
import { labelsOf } from '../data/labels.ts';
import { milestonesOf } from '../data/milestones.ts';
import { isCollaborator, peopleOf, teamsOf } from '../data/people.ts';
import type { Repository } from '../data/repository.ts';
import { FixtureError } from '../errors.ts';
import type { Context, Resolvers } from './context.ts';

/** What the names of labels, milestones, people and teams lead to. */
export const named: Resolvers = {
  Repository: {
    label: (source: Repository, { name }: { name: string }) => {
      const wanted = name.toLowerCase();
      return labelsOf(source).find((label) => label.name.toLowerCase() === wanted) ?? null;
    },
    labels: (source: Repository, { query, orderBy, ...args }: NamedArguments) => {
      if (orderBy && !['CREATED_AT', 'NAME'].includes(orderBy.field))
        throw new FixtureError(`The fixture GitHub has no labels by ${orderBy.field}`);
      const list = labelsOf(source).filter(({ name }) => has(name, query));
      if (orderBy?.field === 'NAME') list.sort((a, b) => (a.name < b.name ? -1 : 1));
      if (orderBy?.direction === 'DESC') list.reverse();
      return pageOf(list, args, { name: `labels ${source.id} ${query ?? ''}` });
    },
    milestone: (source: Repository, { number }: { number: number }) =>
      milestonesOf(source)[number - 1] ?? null,
    milestones: (source: Repository, { query, states, orderBy, ...args }: NamedArguments) => {
      if (orderBy && orderBy.field !== 'NUMBER')
        throw new FixtureError('The fixture GitHub has milestones by their numbers alone');
      const list = milestonesOf(source)
        .filter(({ title }) => has(title, query))
        .filter(({ state }) => states?.includes(state) ?? true);
      if (orderBy?.direction === 'DESC') list.reverse();
      const name = `milestones ${source.id} ${query ?? ''} ${states?.join() ?? ''}`;
      return pageOf(list, args, { name });
    },
    assignableUsers: (source: Repository, { query, ...args }: NamedArguments) => {
      const list = peopleOf(source.data).filter(
        ({ login }) => isCollaborator(source, login) && has(login, query),
      );
      return pageOf(list, args, { name: `assignable ${source.id} ${query ?? ''}` });
    },
  },
  Organization: {
    team: ({ login }: Actor, { slug }: { slug: string }, context) =>
      teamsIn(login, context).find((team) => team.slug === slug) ?? null,
    teams: ({ login }: Actor, { query, ...args }: NamedArguments, context) => {
      const list = teamsIn(login, context).filter(({ slug }) => has(slug, query));
      return pageOf(list, args, { name: `teams ${login} ${query ?? ''}` });
    },
  },
};

interface NamedArguments extends PageArguments {
  query?: string | null;
  states?: readonly string[] | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
}

function has(name: string, query: string | null | undefined): boolean {
  return name.toLowerCase().includes((query ?? '').toLowerCase());
}

/** @throws {ApiError} when the token may not see who is in an organisation, as GITHUB_TOKEN never may */
function teamsIn(login: string, { data, token }: Context) {
  if (!token.may('members', 'read')) throw token.denial;
  return teamsOf(data).filter(({ organization }) => organization?.login === login);
}
