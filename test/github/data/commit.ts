import { hash } from '../random.ts';
import { actor, type Actor } from './actor.ts';
import type { CommitInput } from './input.ts';
import type { Repository } from './repository.ts';

interface GitActor {
  name: string;
  email: string;
  date: string;
  /** Only a person's account: the schema has no bots here. */
  user: Actor | null;
}

export interface Commit {
  __typename: 'Commit';
  id: string;
  oid: string;
  committedDate: string;
  authoredDate: string;
  message: string;
  author: GitActor;
  committer: GitActor;
}

export function commitOf(repository: Repository, input: CommitInput, oid: string): Commit {
  const account = actor(input.author === undefined ? 'octocat' : input.author, repository.server);
  const user = account?.__typename === 'User' ? account : null;
  const name = input.name ?? account?.login ?? 'Somebody';
  const email = input.email ?? `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  const message = input.message ?? 'Change something';
  const [messageHeadline, ...rest] = message.split('\n');
  const authoredDate = input.authoredDate ?? input.committedDate;
  const details = {
    abbreviatedOid: oid.slice(0, 7),
    messageHeadline,
    messageBody: rest.join('\n').trim(),
    url: `${repository.url}/commit/${oid}`,
    repository,
  };
  return {
    __typename: 'Commit',
    id: `C_kwDO${oid.slice(0, 20)}`,
    oid,
    committedDate: input.committedDate,
    authoredDate,
    message,
    author: { name, email, date: authoredDate, user },
    committer: { name, email, date: input.committedDate, user },
    ...details,
  };
}

/** A commit id like git's, the same for the same text. */
export function oidOf(text: string): string {
  return [0, 1, 2, 3, 4]
    .map((salt) => hash(`${salt}:${text}`).toString(16).padStart(8, '0'))
    .join('');
}
