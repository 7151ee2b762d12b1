import type { Period } from '../../period/period.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import type { Progress, Source } from '../source.ts';
import { collect } from './collect.ts';
import { Notes } from './notes.ts';
import { progressOf } from './progress.ts';
import { issues, pullRequests } from './read/kinds.ts';
import { createClient } from './request/client.ts';
import { clockFrom, type Clock } from './request/clock.ts';
import { Requester, type RequestFacts } from './request/requester.ts';

export interface GitHubOptions {
  /** `https://api.github.com/graphql`, or any form of a GitHub Enterprise Server's. */
  graphqlUrl: string;
  /** Where the repositories live: `https://github.com`. */
  server: string;
  token: string;
  /** When the snapshot is made: an instant. */
  now: string;
  /** Their repositories, forks left out, come after those asked for, as far as they were active. */
  organizations?: readonly string[] | undefined;
  /** Wait for rate limits however long they last, not only when they end soon. */
  wait?: boolean | undefined;
  report?: ((progress: Progress) => void) | undefined;
  /** Is told of each attempt. */
  log?: ((facts: RequestFacts) => void) | undefined;
  fetch?: typeof fetch | undefined;
  /** For elapsed time and waiting only. */
  clock?: Clock | undefined;
  /** Milliseconds for each attempt. GitHub itself gives up after ten seconds. */
  timeout?: number | undefined;
}

/** GitHub's GraphQL API as a source: any period, recent or years ago, complete or saying what is missing. */
export function githubSource(options: GitHubOptions): Source {
  const { graphqlUrl, server, token, now, organizations = [], wait = false } = options;
  const { fetch = globalThis.fetch, clock = clockFrom(now), timeout = 20_000 } = options;
  const client = createClient({ graphqlUrl, token, fetch, timeout });

  return {
    async collect(repositories: readonly string[], period: Period, signal: AbortSignal) {
      signal.throwIfAborted();
      const notes = new Notes();
      const progress = progressOf(options.report);
      const log = (facts: RequestFacts) => {
        options.log?.(facts);
        progress(facts, requester.sent);
      };
      const host = new URL(server).host;
      const requester = new Requester({ client, clock, host, wait, signal, log });
      const run = {
        requester,
        period,
        now,
        pullRequests: pullRequests(period, server),
        issues: issues(period, server),
        lacks: notes.lacks,
        note: notes.note,
      };
      const collected = await collect(run, repositories, organizations, host);
      const snapshot: Snapshot = {
        schemaVersion: 1,
        period,
        server,
        ...collected,
        collected: {
          source: 'github',
          at: now,
          requests: requester.sent,
          points: requester.budget.spent,
        },
        complete: notes.complete,
        warnings: notes.sorted(collected.repositories),
      };
      return snapshot;
    },
  };
}
