/** The fixture GitHub in a process of its own, so that its work is not measured as the client's. */
import { dataSet } from '../test/github/data/data-set.ts';
import { startGitHub } from '../test/github/server.ts';
import { scenarios } from './collect-scenarios.ts';

const scenario = scenarios[process.argv[2] ?? ''];
if (scenario === undefined) throw new Error(`Scenarios are ${Object.keys(scenarios).join(', ')}.`);

const repositories = scenario.repositories();
const github = await startGitHub({
  data: dataSet({ repositories }),
  now: scenario.now,
  budget: 1_000_000,
  latency: { base: 120, perNode: 0.15 },
});

process.on('message', (message) => {
  if (message === 'end') process.exit();
  const { requests, points, maxInFlight } = github.log;
  process.send?.({ requests: requests.length, points, maxInFlight });
  github.log.clear();
});
const names = repositories.map(({ name }) => name);
process.send?.({ graphqlUrl: github.graphqlUrl, token: github.token, names });
