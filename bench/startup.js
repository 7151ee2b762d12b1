/**
 * How long the built command takes, as a ratio to Node doing nothing.
 *
 *     npm run build && npm run bench
 *     npm run bench -- 101
 *
 * The argument is the number of rounds. In each round every command runs once, between two runs of
 * Node: a busy moment of the machine slows both down, so each run is compared with its neighbours,
 * and the median of these ratios counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const rounds = Number(process.argv[2] ?? 31);
const cli = join(import.meta.dirname, '../dist/cli.js');
const sample = ['--week', '2017-05-08', '--source', 'sample', '-o', '-'];

/** @type {{ name: string, args: string[], aim: number, times: number[], ratios: number[] }[]} */
const commands = [
  { name: '--version', args: [cli, '--version'], aim: 1.3, times: [], ratios: [] },
  { name: '--help', args: [cli, '--help'], aim: 1.3, times: [], ratios: [] },
  { name: 'the sample report', args: [cli, ...sample], aim: 3, times: [], ratios: [] },
];
/** @type {number[]} */
const nothing = [];

// An empty folder, so that no config or clone takes part.
const cwd = mkdtempSync(join(tmpdir(), 'devreport-bench-'));
try {
  timeOfNothing();
  for (let round = 0; round < rounds; round++) {
    let before = timeOfNothing();
    for (const command of commands) {
      const time = timeOf(command.args);
      const after = timeOfNothing();
      command.times.push(time);
      command.ratios.push((2 * time) / (before + after));
      nothing.push(before, after);
      before = after;
    }
  }
} finally {
  rmSync(cwd, { recursive: true });
}

console.log(`${'node -e 0'.padEnd(20)} ${milliseconds(nothing)}`);
for (const { name, aim, times, ratios } of commands) {
  const ratio = median(ratios);
  const missed = ratio > aim ? ': MISSED' : '';
  console.log(
    `${name.padEnd(20)} ${milliseconds(times)}  ${ratio.toFixed(2)} ×  (at most ${aim} ×${missed})`,
  );
}

function timeOfNothing() {
  return timeOf(['-e', '0']);
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
function milliseconds(times) {
  return `${median(times).toFixed(1).padStart(6)} ms`;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
