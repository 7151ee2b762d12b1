/**
 * How the GitHub source does on answers like GitHub's: 120 ms a request and 0.15 ms a node.
 * `npm run bench:collect`, or `node --import ./scripts/typescript.js bench/collect.ts [scenario]`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { githubSource } from '../src/collect/github/github-source.ts';
import { gh, hasGh } from './gh-client.ts';
import { naive } from './naive-client.ts';
import { period, scenarios, type Scenario } from './collect-scenarios.ts';

interface Endpoint {
  graphqlUrl: string;
  token: string;
  /** The repositories'. */
  names: string[];
}

interface Measure {
  requests: number;
  points: number;
  maxInFlight: number;
}

const megabyte = 1_000_000;
let peak = 0;
const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);

console.log('| scenario | client | items | requests | seconds | points | at once | memory |');
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
const chosen = process.argv.slice(2);
const withGh = await hasGh();
for (const [name, scenario] of Object.entries(scenarios)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const fixture = fork(new URL('collect-fixture.ts', import.meta.url), [name], {
    execArgv: process.execArgv,
  });
  const [endpoint] = (await once(fixture, 'message')) as [Endpoint];
  const { names } = endpoint;
  // The second run is the one that counts: the fixture has read its schema by then.
  await devreport(endpoint, scenario, names);
  await measure(fixture);
  await row(fixture, scenario, 'devreport', () => devreport(endpoint, scenario, names));
  await row(fixture, scenario, 'naive', () => naive(endpoint, names, period));
  if (withGh) await row(fixture, scenario, 'gh', () => gh(endpoint, names, period));
  fixture.send('end');
  await once(fixture, 'exit');
}
clearInterval(sampling);

async function devreport(endpoint: Endpoint, { now }: Scenario, names: string[]): Promise<number> {
  const source = githubSource({ ...endpoint, server: 'https://github.com', now });
  const snapshot = await source.collect(names, period, new AbortController().signal);
  if (!snapshot.complete) throw new Error(JSON.stringify(snapshot.warnings));
  return snapshot.pullRequests.length + snapshot.issues.length;
}

async function row(
  fixture: ChildProcess,
  { title }: Scenario,
  client: string,
  run: () => Promise<number>,
): Promise<void> {
  peak = 0;
  const started = performance.now();
  const items = await run();
  const seconds = ((performance.now() - started) / 1_000).toFixed(2);
  const { requests, points, maxInFlight } = await measure(fixture);
  const memory = `${Math.round(peak / megabyte)} MB`;
  const cells = [title, client, items, requests, seconds, points, maxInFlight, memory];
  console.log(`| ${cells.join(' | ')} |`);
}

async function measure(fixture: ChildProcess): Promise<Measure> {
  fixture.send('measure');
  const [measured] = (await once(fixture, 'message')) as [Measure];
  return measured;
}
