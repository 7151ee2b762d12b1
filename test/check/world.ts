import { config } from '../support/report.ts';
import { packedDictionary } from '../../scripts/dictionary.js';
import type { Checkout } from '../../src/check/context/checkout.ts';
import { type Dictionary, unpackDictionary } from '../../src/check/spelling/dictionary.ts';
import type { CheckOptions } from '../../src/check/check-report.ts';
import { Facts } from '../../src/check/context/facts.ts';
import { NeighbourReport } from '../../src/check/context/neighbour-report.ts';
import { noNeighbours } from '../../src/check/context/neighbours.ts';
import { sources } from '../../src/snapshot/sources.ts';
import type { Act, Issue, Person, PullRequest, Snapshot } from '../../src/snapshot/schema.ts';

/** A small week of linuxkit/linuxkit, as GitHub has it, for the rules that use facts. */
export function exampleSnapshot(): Snapshot {
  return {
    schemaVersion: 1,
    period: {
      kind: 'week',
      start: '2017-05-01T00:00:00Z',
      end: '2017-05-08T00:00:00Z',
      timezone: 'UTC',
      date: '2017-05-08',
    },
    server: 'https://github.com',
    repositories: ['linuxkit/linuxkit'],
    pullRequests: [
      pull(1757, 'rneugeba', '2017-05-02T10:00:00Z', [act('commented', 'justincormack')]),
      pull(1763, 'justincormack', '2017-05-03T10:00:00Z'),
      pull(1770, 'deitch', null, [act('reviewed', 'rneugeba')]),
    ],
    issues: [issue(1746, 'rneugeba')],
    commits: [],
    releases: [],
    defaultBranches: [{ repository: 'linuxkit/linuxkit', names: ['master'] }],
    collected: {
      ...{ source: 'github', knows: sources.github.knows },
      ...{ at: '2017-05-08T09:00:00Z', requests: 3, points: 3 },
    },
    complete: true,
    warnings: [],
  };
}

export function pull(
  number: number,
  login: string,
  mergedAt: string | null,
  activity: Act[] = [],
): PullRequest {
  return {
    ...common(number, login),
    state: mergedAt === null ? 'open' : 'merged',
    closedAt: mergedAt,
    activity,
    mergedAt,
    mergedBy: mergedAt === null ? null : user(login),
    base: 'master',
    mergeCommit: null,
    files: [{ path: 'kernel/Dockerfile', additions: 1, deletions: 1 }],
    filesComplete: true,
    draft: false,
    coAuthors: [],
    note: null,
    changelog: null,
    firstByAuthor: false,
  };
}

export function issue(number: number, login: string): Issue {
  return {
    ...common(number, login),
    state: 'open',
    stateReason: null,
    activity: [act('opened', login)],
  };
}

function common(number: number, login: string) {
  return {
    repository: 'linuxkit/linuxkit',
    number,
    title: `Item ${number}`,
    author: user(login),
    createdAt: number < 1750 ? '2017-04-20T10:00:00Z' : '2017-05-01T10:00:00Z',
    closedAt: null,
    labels: ['area/kernel'],
    references: [],
  };
}

function act(did: Act['did'], login: string): Act {
  return { did, by: user(login), at: '2017-05-02T09:00:00Z' };
}

function user(login: string): Person {
  return { login, type: 'user' };
}

const files: Record<string, string> = {
  'reports/2017-05-01.md': '# Development report\n',
  'docs/yaml.md': '# The config\n\n## Kernel\n\n<a name="Init"></a>\n',
  'tools/alpine/README.md': '# Alpine\n',
};

/** A checkout that holds these files, and the folders they are in. */
export function checkoutOf(
  held: Readonly<Record<string, string>> = files,
  report = 'reports/2017-05-08.md',
): Checkout {
  const paths = Object.keys(held);
  return {
    report,
    exists: (path) =>
      path === '' || paths.some((file) => file === path || file.startsWith(`${path}/`)),
    read: (path) => held[path] ?? null,
  };
}

/** Options that know nothing but the report. */
export const alone: CheckOptions = {
  server: 'https://github.com',
  repository: null,
  checkout: null,
  facts: null,
  dictionary: null,
  words: new Set(),
  neighbours: noNeighbours,
  severities: {},
};

let dictionary: Promise<Dictionary> | undefined;

/** The dictionary that ships, made anew from its sources. */
export function shippedDictionary(): Promise<Dictionary> {
  dictionary ??= packedDictionary().then(unpackDictionary);
  return dictionary;
}

const link = (number: number) =>
  `[#${number}](https://github.com/linuxkit/linuxkit/pull/${number})`;

/** Options that know the small week, its repository, its neighbours and the dictionary. */
export async function exampleOptions(): Promise<CheckOptions> {
  const period = (start: string, end: string) => ({
    start: `2017-05-${start}T00:00:00Z`,
    end: `2017-05-${end}T00:00:00Z`,
  });
  return {
    ...alone,
    repository: 'linuxkit/linuxkit',
    checkout: checkoutOf(),
    facts: new Facts(exampleSnapshot(), config()),
    dictionary: await shippedDictionary(),
    neighbours: {
      words: () => [],
      earlier: () => [
        { path: '2017-05-01.md', report: new NeighbourReport('2017-05-01.md', before) },
      ],
      adjacent: () => [
        {
          path: '2017-05-01.md',
          side: 'before',
          period: { start: '2017-04-24T00:00:00Z', end: '2017-05-01T00:00:00Z' },
        },
        { path: '2017-05-15.md', side: 'after', period: period('08', '15') },
      ],
    },
  };
}

const before = `## PRs merged

- Debug builds ${link(1755)} with ${link(1754)}

## PRs open

- Tests ${link(1756)}
`;
