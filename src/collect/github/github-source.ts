import * as v from 'valibot';
import type { ItemId } from '../../item/item-id.ts';
import { periodsBefore } from '../../period/earlier.ts';
import type { Period } from '../../period/period.ts';
import { snapshotSchema, type Snapshot } from '../../snapshot/schema.ts';
import { sources } from '../../snapshot/sources.ts';
import { openCache, type Cache } from '../cache.ts';
import type { Delay, Estimate, Progress, Source } from '../source.ts';
import { withCitedItems } from './cited-items.ts';
import { collect } from './collect.ts';
import { issueKind, pullRequestKind } from './facts/item-kinds.ts';
import { Tally } from './progress.ts';
import type { RequestAttempt } from './request/attempt.ts';
import { clockFrom, type Clock } from './request/clock.ts';
import { Requester } from './request/requester.ts';
import { createClient } from './request/send/client.ts';
import type { Run } from './run.ts';
import { surveyRequests } from './survey/estimate.ts';
import { WarningLog } from './warnings/warning-log.ts';

export interface GitHubOptions {
  /** `https://api.github.com/graphql`, or any form of a GitHub Enterprise Server's. */
  graphqlUrl: string;
  /** Where the repositories live: `https://github.com`. */
  server: string;
  token: string;
  /** When the snapshot is made: an instant. */
  now: string;
  /** Adds their active repositories to those asked for, except for forks. */
  organizations?: readonly string[] | undefined;
  /** How many periods before are counted. */
  earlierPeriods?: number | undefined;
  /** How many of the pull requests that wait longest for review are looked for. */
  waiting?: number | undefined;
  /** Wait for rate limits however long they last, not only when they end soon. */
  wait?: boolean | undefined;
  report?: ((progress: Progress) => void) | undefined;
  /** Called once a first look tells how long the run may take. */
  onEstimate?: ((estimate: Estimate) => void) | undefined;
  /** Called for each pause after a limit or a failure. */
  onDelay?: ((delay: Delay) => void) | undefined;
  /** Called after each attempt at a request. */
  log?: ((attempt: RequestAttempt) => void) | undefined;
  fetch?: typeof fetch | undefined;
  /** For elapsed time and waiting only. */
  clock?: Clock | undefined;
  /** Milliseconds for each attempt. GitHub itself gives up after ten seconds. */
  timeout?: number | undefined;
  /** Where to keep answers on periods that are long over. */
  cacheFolder?: string | undefined;
  /** Called when that folder can't be used. */
  onCacheTrouble?: ((message: string) => void) | undefined;
}

/** In the cache's questions: another one for each change of the facts that a snapshot has. */
const SNAPSHOT = 'snapshot with history and bodies';

/** What a later run may still find out. */
const passing = new Set([
  ...['newcomers-unknown', 'history-unknown', 'release-contents-unknown', 'waiting-cut'],
]);

/** Until then, the search index may lack items, and the cache would keep them out. */
const SETTLED_AFTER = 24 * 60 * 60 * 1_000;

/** GitHub's GraphQL API as a source. Its snapshot of any period is complete, or warns of what is missing. */
export function githubSource(options: GitHubOptions): Source {
  const { graphqlUrl, server, token, now, organizations = [], wait = false } = options;
  const { earlierPeriods = 0, waiting = 0 } = options;
  const { fetch = globalThis.fetch, clock = clockFrom(now), timeout = 20_000, onDelay } = options;
  const client = createClient({ graphqlUrl, token, fetch, timeout });

  return {
    async collect(repositories, period, signal, cited: readonly ItemId[] = []) {
      signal.throwIfAborted();
      const warnings = new WarningLog();
      const tally = new Tally(repositories);
      const log = (attempt: RequestAttempt) => {
        options.log?.(attempt);
        options.report?.(tally.progress(attempt, requester.sent));
      };
      const host = new URL(server).host;
      const cache = await cacheFor(options, period);
      const requester = new Requester({ client, clock, host, wait, signal, cache, log, onDelay });
      const costs = () => ({
        source: 'github' as const,
        knows: sources.github.knows,
        at: now,
        requests: requester.sent,
        points: requester.budget.spent,
      });
      const pullRequests = pullRequestKind(period, server);
      const issues = issueKind(period, server);
      const run: Run = {
        requester,
        period,
        server,
        host,
        now,
        tally,
        unreadable: new Map(),
        pullRequests: { ...pullRequests, facts: tally.counting(pullRequests.facts) },
        issues: { ...issues, facts: tally.counting(issues.facts) },
        warn: warnings.warn,
        onEstimate: options.onEstimate ?? (() => undefined),
      };
      requester.allowance.expect(surveyRequests(repositories, organizations, cited));
      const asked = [server, repositories, organizations, earlierPeriods, waiting];
      const question = JSON.stringify([SNAPSHOT, ...asked]);
      const readCached = async (): Promise<Snapshot | null> => {
        const cached = v.safeParse(snapshotSchema, await cache?.get(question));
        return cached.success ? { ...cached.output, period } : null;
      };
      const read = async (): Promise<Snapshot> => {
        const earlier = periodsBefore(period, earlierPeriods);
        const items = await collect(run, repositories, organizations, { earlier, waiting });
        const snapshot: Snapshot = {
          schemaVersion: 1,
          period,
          server,
          ...items,
          collected: costs(),
          complete: warnings.complete,
          warnings: warnings.sorted(items.repositories),
        };
        const isFinal = !snapshot.warnings.some(({ code }) => passing.has(code));
        if (snapshot.complete && isFinal) await cache?.put(question, snapshot);
        return snapshot;
      };
      try {
        const snapshot = (await readCached()) ?? (await read());
        return { ...(await withCitedItems(run, snapshot, cited)), collected: costs() };
      } finally {
        const wasRunning = requester.stop();
        await cache?.close();
        // A cached answer may be why it is incomplete, so the next run asks again.
        if (wasRunning && !warnings.complete) await cache?.clear();
      }
    },
  };
}

/** None for a period whose facts may still change. */
async function cacheFor(
  options: GitHubOptions,
  { start, end }: Period,
): Promise<Cache | undefined> {
  const { cacheFolder: folder, graphqlUrl, token, now, onCacheTrouble } = options;
  if (folder === undefined || Date.parse(now) - Date.parse(end) < SETTLED_AFTER) return undefined;
  const onUnusable = onCacheTrouble ?? (() => undefined);
  // Another token may not see the same. Only its hash is kept.
  return openCache({ folder, scope: [graphqlUrl, token, start, end], now, onUnusable });
}
