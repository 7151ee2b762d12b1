import type { Period } from '../../period/period.ts';
import * as v from 'valibot';
import { type Snapshot, snapshotSchema } from '../../snapshot/schema.ts';
import { type Cache, openCache } from '../cache.ts';
import type { Delay, Progress, Source } from '../source.ts';
import { withCited } from './cited-items.ts';
import { collect } from './collect.ts';
import { Notes } from './warnings/warning-log.ts';
import { Tally } from './progress.ts';
import { issues, pullRequests } from './facts/item-kinds.ts';
import { createClient } from './request/send/client.ts';
import { clockFrom, type Clock } from './request/clock.ts';
import type { RequestFacts } from './request/attempt.ts';
import { Requester } from './request/requester.ts';

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
  /** Is told of each pause that a limit or trouble makes. */
  onDelay?: ((delay: Delay) => void) | undefined;
  /** Is told of each attempt. */
  log?: ((facts: RequestFacts) => void) | undefined;
  fetch?: typeof fetch | undefined;
  /** For elapsed time and waiting only. */
  clock?: Clock | undefined;
  /** Milliseconds for each attempt. GitHub itself gives up after ten seconds. */
  timeout?: number | undefined;
  /** Where answers on periods that are long over are kept, to be asked for only once. */
  cacheFolder?: string | undefined;
  /** Is told when that folder cannot be used. */
  onCacheTrouble?: ((message: string) => void) | undefined;
}

/** The search index may lag for hours, and what it lacks would be lacking for long. */
const SETTLED_AFTER = 24 * 60 * 60 * 1_000;

/** GitHub's GraphQL API as a source: any period, recent or years ago, complete or saying what is missing. */
export function githubSource(options: GitHubOptions): Source {
  const { graphqlUrl, server, token, now, organizations = [], wait = false } = options;
  const { fetch = globalThis.fetch, clock = clockFrom(now), timeout = 20_000, onDelay } = options;
  const client = createClient({ graphqlUrl, token, fetch, timeout });

  return {
    async collect(repositories, period, signal, cited = []) {
      signal.throwIfAborted();
      const notes = new Notes();
      const tally = new Tally(repositories);
      const log = (facts: RequestFacts) => {
        options.log?.(facts);
        options.report?.(tally.progress(facts, requester.sent));
      };
      const host = new URL(server).host;
      const cache = await cacheOf(options, period);
      const requester = new Requester({ client, clock, host, wait, signal, cache, log, onDelay });
      const collected = () => ({
        source: 'github' as const,
        at: now,
        requests: requester.sent,
        points: requester.budget.spent,
      });
      const pullKind = pullRequests(period, server);
      const issueKind = issues(period, server);
      const run = {
        requester,
        period,
        host,
        now,
        tally,
        lost: new Map(),
        pullRequests: { ...pullKind, facts: tally.counting(pullKind.facts) },
        issues: { ...issueKind, facts: tally.counting(issueKind.facts) },
        note: notes.note,
      };
      const question = JSON.stringify(['snapshot', server, repositories, organizations]);
      const recall = async (): Promise<Snapshot | null> => {
        const known = v.safeParse(snapshotSchema, await cache?.get(question));
        return known.success ? { ...known.output, period } : null;
      };
      const read = async (): Promise<Snapshot> => {
        const items = await collect(run, repositories, organizations);
        const snapshot: Snapshot = {
          schemaVersion: 1,
          period,
          server,
          ...items,
          collected: collected(),
          complete: notes.complete,
          warnings: notes.sorted(items.repositories),
        };
        const isFinal = !snapshot.warnings.some(({ code }) => code === 'newcomers-unknown');
        if (snapshot.complete && isFinal) await cache?.put(question, snapshot);
        return snapshot;
      };
      try {
        const snapshot = (await recall()) ?? (await read());
        return { ...(await withCited(run, snapshot, cited)), collected: collected() };
      } finally {
        const ranOn = requester.stop();
        // What was kept may be what made it incomplete: the next run asks for itself.
        if (ranOn && !notes.complete) await cache?.clear();
      }
    },
  };
}

/** None for a period whose facts may still change. */
async function cacheOf(options: GitHubOptions, { start, end }: Period): Promise<Cache | undefined> {
  const { cacheFolder: folder, graphqlUrl, token, now, onCacheTrouble } = options;
  if (folder === undefined || Date.parse(now) - Date.parse(end) < SETTLED_AFTER) return undefined;
  const onTrouble = onCacheTrouble ?? (() => undefined);
  // Of the token only a hash is kept: what one may see, another may not.
  return openCache({ folder, scope: [graphqlUrl, token, start, end], now, onTrouble });
}
