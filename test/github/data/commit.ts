import { hash } from '../random.ts';
import { actor, type Actor } from './actor.ts';
import type { ActorInput, CommitInput } from './input.ts';
import type { Repository } from './repository.ts';

export interface GitActor {
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
  /** The author, and those of the trailers. */
  authorList: readonly GitActor[];
  /** Their hashes. */
  parentOids: readonly string[];
  repository: Repository;
}

/** @param parent the hash of its first parent; one that the data don't have, unless given */
export function commitOf(
  repository: Repository,
  input: CommitInput,
  oid: string,
  parent = oidOf(`before ${oid}`),
): Commit {
  const { authoredDate = input.committedDate, isMerge = false } = input;
  const message = input.message ?? 'Change something';
  const [messageHeadline = '', ...rest] = message.split('\n');
  const messageBody = rest.join('\n').trim();
  const author = { ...signature(repository, input), date: authoredDate };
  const details = {
    abbreviatedOid: oid.slice(0, 7),
    messageHeadline,
    messageBody,
    url: `${repository.url}/commit/${oid}`,
  };
  return {
    __typename: 'Commit',
    id: `C_kwDO${repository.key}_${oid}`,
    oid,
    committedDate: input.committedDate,
    authoredDate,
    message,
    author,
    committer: { ...author, date: input.committedDate },
    authorList: distinct([author, ...trailersOf(repository, messageBody, authoredDate)]),
    parentOids: isMerge ? [parent, oidOf(`merged by ${oid}`)] : [parent],
    repository,
    ...details,
  };
}

function signature(repository: Repository, { author, name, email }: CommitInput) {
  const given: ActorInput = author === undefined ? 'octocat' : author;
  const account = actor(given, repository.server);
  const isBot = account?.__typename === 'Bot';
  const called = name ?? (isBot ? `${account.login}[bot]` : account?.login) ?? 'Somebody';
  const host = new URL(repository.server).hostname;
  const usual = isBot
    ? `${account.databaseId}+${account.login}[bot]@users.noreply.${host}`
    : `${called.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  return {
    name: called,
    email: email ?? usual,
    user: account?.__typename === 'User' ? account : null,
  };
}

const trailer = /^co-authored-by:[ \t]*(?<name>[^<\n]*?)[ \t]*<(?<email>[^>\n]*)>[ \t]*$/gim;

function trailersOf({ data, server }: Repository, body: string, date: string): GitActor[] {
  return [...body.matchAll(trailer)].map(({ groups = {} }) => {
    const { name = '', email = '' } = groups;
    const hidden = /^(?:\d+\+)?([\w-]+)@users\.noreply\./.exec(email)?.[1];
    const user = actor(data.addresses[email] ?? hidden ?? null, server);
    return { name, email, date, user };
  });
}

function distinct(people: readonly GitActor[]): GitActor[] {
  return people.filter(
    ({ email }, index) => people.findIndex((other) => other.email === email) === index,
  );
}

/** A commit id like git's, the same for the same text. */
export function oidOf(text: string): string {
  return [0, 1, 2, 3, 4]
    .map((salt) => hash(`${salt}:${text}`).toString(16).padStart(8, '0'))
    .join('');
}
