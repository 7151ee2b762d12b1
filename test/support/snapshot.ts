import { sources } from '../../src/snapshot/sources.ts';
import type {
  Act,
  Issue,
  Person,
  PullRequest,
  Reference,
  Snapshot,
} from '../../src/snapshot/schema.ts';

export const week: Snapshot['period'] = {
  kind: 'week',
  start: '2017-05-01T00:00:00Z',
  end: '2017-05-08T00:00:00Z',
  timezone: 'UTC',
  date: '2017-05-08',
};

export function snapshot(parts: Partial<Snapshot> = {}): Snapshot {
  return {
    schemaVersion: 1,
    period: week,
    server: 'https://github.com',
    repositories: ['linuxkit/linuxkit'],
    pullRequests: [],
    issues: [],
    commits: [],
    releases: [],
    defaultBranches: [],
    collected: {
      ...{ source: 'github', knows: sources.github.knows },
      ...{ at: '2017-05-08T09:00:00Z', requests: 3, points: 3 },
    },
    complete: true,
    warnings: [],
    ...parts,
  };
}

export function user(login: string): Person {
  return { login, type: 'user' };
}

export function bot(login: string): Person {
  return { login, type: 'bot' };
}

export function act(did: Act['did'], login: string, at = '2017-05-03T12:00:00Z'): Act {
  return { did, by: user(login), at };
}

export function closes(number: number, repository = 'linuxkit/linuxkit'): Reference {
  return { repository, number, relation: 'closes', from: 'github' };
}

export function files(...paths: string[]): NonNullable<PullRequest['files']> {
  return paths.map((path) => ({ path, additions: 1, deletions: 0 }));
}

/** A pull request merged inside the week, by default. */
export function pull(number: number, parts: Partial<PullRequest> = {}): PullRequest {
  return {
    repository: 'linuxkit/linuxkit',
    number,
    title: `Change ${number}`,
    author: user('rneugeba'),
    createdAt: '2017-05-02T10:00:00Z',
    closedAt: '2017-05-03T10:00:00Z',
    labels: [],
    activity: [],
    references: [],
    state: 'merged',
    mergedAt: '2017-05-03T10:00:00Z',
    mergedBy: user('justincormack'),
    base: 'master',
    mergeCommit: null,
    files: [],
    filesComplete: true,
    draft: false,
    coAuthors: [],
    note: null,
    changelog: null,
    firstByAuthor: null,
    ...parts,
  };
}

/** An open issue, by default without activity. */
export function issue(number: number, parts: Partial<Issue> = {}): Issue {
  return {
    repository: 'linuxkit/linuxkit',
    number,
    title: `Problem ${number}`,
    author: user('deitch'),
    createdAt: '2017-04-01T10:00:00Z',
    closedAt: null,
    labels: [],
    activity: [],
    references: [],
    state: 'open',
    stateReason: null,
    ...parts,
  };
}
