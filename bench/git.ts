/**
 * The git source beside the `git log --numstat` of the same month, in one run:
 * `node --import ./scripts/typescript.js bench/git.ts [clone owner/name start end]`. Without
 * arguments, of a history made for it: 8,000 merged pull requests in a tree of 4,000 files.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { gitSource } from '../src/collect/git/git-source.ts';
import type { Period } from '../src/period/period.ts';
import { median } from './median.ts';

const MERGES = 8_000;
const FILES = 4_000;
const RUNS = 7;

function madeHistory(directory: string): void {
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', directory]);
  const parts: string[] = [];
  let time = Date.UTC(2015, 0, 1) / 1000;
  const commit = (branch: string, mark: number, message: string): void => {
    const signature = `Ann <ann@example.com> ${String(time)} +0000`;
    parts.push(`commit refs/heads/${branch}\nmark :${String(mark)}\n`);
    parts.push(`author ${signature}\ncommitter ${signature}\n`);
    parts.push(`data ${String(Buffer.byteLength(message))}\n${message}\n`);
  };
  const change = (file: number, seed: number): void => {
    const lines = Array.from(
      { length: 80 },
      (_, at) => `line ${String(at)} ${String(at % 9 === seed % 9 ? seed : 0)}\n`,
    );
    const text = lines.join('');
    const path = `pkg${String(file % 40)}/dir${String(file % 7)}/file${String(file)}.go`;
    parts.push(`M 100644 inline ${path}\ndata ${String(text.length)}\n${text}\n`);
  };
  commit('main', 1, 'Begin');
  for (let file = 0; file < FILES; file += 1) change(file, 0);
  for (let pull = 1; pull <= MERGES; pull += 1) {
    time += 10_000;
    const base = pull * 2 - 1;
    const changes = (): void => {
      for (let at = 0; at < 8; at += 1) change((pull * 37 + at * 101) % FILES, pull);
    };
    commit('topic', base + 1, `Work on ${String(pull)}`);
    parts.push(`from :${String(base)}\n`);
    changes();
    const title = `Merge pull request #${String(pull)} from ann/topic\n\nTitle of ${String(pull)}\n`;
    commit('main', base + 2, title);
    parts.push(`from :${String(base)}\nmerge :${String(base + 1)}\n`);
    changes();
  }
  execFileSync('git', ['fast-import', '--quiet'], { cwd: directory, input: parts.join('') });
  execFileSync('git', ['repack', '-adq'], { cwd: directory });
}

const place = mkdtempSync(join(tmpdir(), 'devreport-bench-'));
try {
  const [clone = place, repository = 'linuxkit/linuxkit', start, end] = process.argv.slice(2);
  if (clone === place) madeHistory(place);
  const period: Period = {
    ...{ kind: 'month', timezone: 'UTC', date: '2016-06-30' },
    start: `${start ?? '2016-06-01'}T00:00:00Z`,
    end: `${end ?? '2016-07-01'}T00:00:00Z`,
  };
  const source = gitSource({ directory: clone, now: period.end, environment: process.env });
  const log = ['log', '--first-parent', '-m', '--numstat'];
  const window = [`--since=${period.start}`, `--until=${period.end}`];
  const times = { git: [] as number[], devreport: [] as number[] };
  let found = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    execFileSync('git', [...log, ...window], { cwd: clone, stdio: 'pipe', maxBuffer: 2 ** 30 });
    const between = performance.now();
    const { signal } = new AbortController();
    found = (await source.collect([repository], period, signal)).pullRequests.length;
    times.git.push(between - started);
    times.devreport.push(performance.now() - between);
  }
  const [git, devreport] = [median(times.git), median(times.devreport)];
  console.log(`git log --numstat  ${git.toFixed(0)} ms`);
  console.log(`the git source     ${devreport.toFixed(0)} ms, ${String(found)} pull requests`);
  console.log(`ratio              ${(devreport / git).toFixed(2)}`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
