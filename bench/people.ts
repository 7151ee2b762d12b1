/**
 * What it takes to know the people of a clone: a history of 41,000 commits and 10,000 merged pull
 * requests by 900 people, its first draft and the next, each in a process of its own:
 * `node --import ./scripts/typescript.js bench/people.ts`. Needs `npm run build`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median } from './median.ts';

const PULLS = 10_000;
const COMMITS_EACH = 3;
const DIRECT = 1_000;
const PEOPLE = 900;
const RUNS = 5;

function madeHistory(directory: string): number {
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', directory]);
  const parts: string[] = [];
  let mark = 0;
  let time = Date.UTC(2012, 0, 1) / 1000;
  const person = (at: number): string => {
    const number = String((at * 7919) % PEOPLE);
    return at % 3 === 0
      ? `Person Number ${number} <${number}+login${number}@users.noreply.github.com>`
      : `Person Number ${number} <person${number}@example.com>`;
  };
  const commit = (branch: string, who: string, message: string, parents: number[]): number => {
    mark += 1;
    time += 4_000;
    const date = `${String(time)} +0000`;
    const [first, ...merged] = parents.map((parent) => `:${String(parent)}\n`);
    parts.push(`commit refs/heads/${branch}\nmark :${String(mark)}\n`);
    parts.push(`author ${who} ${date}\ncommitter ${who} ${date}\n`);
    parts.push(`data ${String(Buffer.byteLength(message))}\n${message}\n`);
    if (first !== undefined) parts.push(`from ${first}`);
    for (const parent of merged) parts.push(`merge ${parent}`);
    return mark;
  };
  let main = commit('main', person(1), 'Begin', []);
  for (let pull = 1; pull <= PULLS; pull += 1) {
    let tip = main;
    for (let at = 0; at < COMMITS_EACH; at += 1) {
      const trailer = at === 0 ? `\n\nCo-authored-by: ${person(pull + 5)}\n` : '\n';
      const body = `Work on ${String(pull)}\n\n${'Because of this and that. '.repeat(10)}${trailer}`;
      tip = commit('topic', person(pull), body, [tip]);
    }
    const head = `login${String((pull * 7919) % PEOPLE)}/topic`;
    const title = `Merge pull request #${String(pull)} from ${head}\n\nTitle\n`;
    main = commit('main', person(pull + 11), title, [main, tip]);
    if (pull % (PULLS / DIRECT) === 0) main = commit('main', person(pull), 'Push', [main]);
  }
  const input = parts.join('');
  execFileSync('git', ['fast-import', '--quiet'], { cwd: directory, input });
  execFileSync('git', ['repack', '-adq'], { cwd: directory });
  return mark;
}

/** What a process used, on stderr at its end: KiB of memory at the peak, and microseconds. */
const USAGE = `process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.error(\`\${maxRSS} \${userCPUTime + systemCPUTime}\`);
});`;

interface Draft {
  seconds: number;
  /** Seconds of a processor, without those of git: other programs don't change them. */
  busy: number;
  /** MiB at the peak. */
  memory: number;
}

function draft(clone: string, cache: string): Draft {
  const program = ['--import', `data:text/javascript,${encodeURIComponent(USAGE)}`, 'dist/cli.js'];
  const facts = ['--source', 'git', '--git-dir', clone, '--repo', 'acme/widgets'];
  const output = ['--month', '2014-06', '--output', '-', '--format', 'snapshot'];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...program, ...facts, ...output], {
    env: { ...process.env, XDG_CACHE_HOME: cache },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - started) / 1000;
  const [memory = NaN, busy = NaN] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { seconds, busy: busy / 1_000_000, memory: memory / 1024 };
}

const place = mkdtempSync(join(tmpdir(), 'devreport-bench-'));
try {
  const clone = join(place, 'clone');
  console.log(`${String(madeHistory(clone))} commits`);
  const runs = Array.from({ length: RUNS }, (_, at) => {
    const cache = join(place, `cache-${String(at)}`);
    return { first: draft(clone, cache), next: draft(clone, cache) };
  });
  for (const name of ['first', 'next'] as const) {
    const of = (value: keyof Draft): number => median(runs.map((run) => run[name][value]));
    const times = `${of('seconds').toFixed(2)} s, ${of('busy').toFixed(2)} s of a processor`;
    console.log(`the ${name} draft  ${times}, ${of('memory').toFixed(0)} MiB`);
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
