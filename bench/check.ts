/**
 * How reading and checking a report grows with its size, for texts that have too much of something:
 * `npm run bench:check`, or `node --import ./scripts/typescript.js bench/check.ts [input]`. A ratio of
 * two is linear; a report that is refused takes as long as the limit allows. Then forty reports of a
 * series against one of them, with the built command (`npm run build`): the input `many` alone.
 */
import process from 'node:process';
import { checkReport } from '../src/check/check-report.ts';
import { Facts } from '../src/check/context/facts.ts';
import { noNeighbours } from '../src/check/context/neighbours.ts';
import { unpackDictionary } from '../src/check/spelling/dictionary.ts';
import { loadSample } from '../src/collect/saved.ts';
import { defaults } from '../src/config/load.ts';
import { UsageError } from '../src/errors.ts';
import { readReport } from '../src/report/report.ts';
import { packedDictionary } from '../scripts/dictionary.js';
import { inputs } from './check-inputs.ts';
import { measureManyReports } from './many-reports.ts';

const SIZE = 100_000;

const snapshot = await loadSample();
const options = {
  ...{
    server: snapshot.server,
    repository: 'linuxkit/linuxkit',
    checkout: null,
    neighbours: noNeighbours,
  },
  facts: new Facts(snapshot, defaults()),
  dictionary: unpackDictionary(await packedDictionary()),
  words: new Set<string>(),
  severities: {},
};

interface Measure {
  seconds: number;
  isRefused: boolean;
}

function measure(text: string): Measure {
  const before = process.cpuUsage();
  let isRefused = false;
  try {
    checkReport(readReport({ path: 'report.md', text: `# Report\n\n${text}\n` }), options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    isRefused = true;
  }
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1_000_000, isRefused };
}

console.log('| input | 100 kB, seconds | 200 kB, seconds | ratio |');
console.log('| --- | ---: | ---: | ---: |');
const chosen = process.argv.slice(2);
for (const [name, textOf] of Object.entries(inputs)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  measure(textOf(SIZE / 10));
  const [half, whole] = [measure(textOf(SIZE)), measure(textOf(2 * SIZE))];
  const shown = ({ seconds, isRefused }: Measure) =>
    `${seconds.toFixed(2)}${isRefused ? ' refused' : ''}`;
  const ratio = whole.isRefused ? '' : (whole.seconds / half.seconds).toFixed(2);
  console.log(`| \`${name}\` | ${shown(half)} | ${shown(whole)} | ${ratio} |`);
}

if (chosen.length === 0 || chosen.includes('many')) {
  const { one, all } = measureManyReports();
  const times = `${one.toFixed(0)} ms, forty ${all.toFixed(0)} ms`;
  console.log(`\nOne report takes ${times}: ${(all / one).toFixed(1)} times as long.`);
}
