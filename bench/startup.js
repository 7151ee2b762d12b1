/**
 * How long the built command takes against Node doing nothing: the ratios, from one run.
 *
 *     npm run build && npm run bench
 *
 * The commands take turns, so that a busy moment of the machine hits all of them; the median counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rounds = 21;
const cli = join(import.meta.dirname, '../dist/cli.js');

/** @type {{ name: string, args: string[], target?: number, times: number[] }[]} */
const commands = [
  { name: 'node -e 0', args: ['-e', '0'], times: [] },
  { name: 'devreport --version', args: [cli, '--version'], target: 1.3, times: [] },
  {
    name: 'the sample report',
    args: [cli, '--week', '2017-05-08', '--source', 'sample', '-o', '-'],
    target: 3,
    times: [],
  },
];

// An empty folder, so that no config or clone of the place takes part.
const cwd = mkdtempSync(join(tmpdir(), 'devreport-bench-'));
try {
  for (let round = 0; round < rounds; round++) {
    for (const command of commands) command.times.push(timeOf(command.args));
  }
} finally {
  rmSync(cwd, { recursive: true });
}

const base = median(commands[0]?.times ?? []);
for (const { name, target, times } of commands) {
  const ratio = median(times) / base;
  const goal =
    target === undefined ? '' : `  at most ${target} ×${ratio > target ? ': MISSED' : ''}`;
  console.log(
    `${name.padEnd(20)} ${median(times).toFixed(1).padStart(6)} ms  ${ratio.toFixed(2)} ×${goal}`,
  );
}

/** @param {string[]} args */
function timeOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`);
  return time;
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
}
