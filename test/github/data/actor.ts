import { hash } from '../random.ts';
import type { ActorInput, ActorType } from './input.ts';

export interface Actor {
  __typename: ActorType;
  id: string;
  databaseId: number;
  login: string;
  name: string | null;
  url: string;
  resourcePath: string;
  avatarUrl: string;
}

/** The account, or null for a deleted one. */
export function actor(input: ActorInput, server: string): Actor | null {
  if (input === null) return null;
  const given = typeof input === 'string' ? { login: input } : input;
  const login = given.login.replace(/\[bot\]$/, '');
  const __typename = ('type' in given && given.type) || (login === given.login ? 'User' : 'Bot');
  const databaseId = hash(given.login);
  const path = __typename === 'Bot' ? `/apps/${login}` : `/${login}`;
  return {
    __typename,
    id: `${__typename === 'Bot' ? 'BOT' : 'U'}_kgDO${databaseId.toString(36)}`,
    databaseId,
    login,
    name: 'name' in given ? (given.name ?? null) : null,
    url: server + path,
    resourcePath: path,
    avatarUrl: `${server}/avatars/${databaseId}`,
  };
}
