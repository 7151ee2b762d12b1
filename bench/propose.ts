/**
 * What `init` takes beside the `git log` that it needs, in one run: of a history of 40,000 commits, without reports
 * and with 500 of them. `node --import ./scripts/typescript.js bench/propose.ts`. Needs `npm run build`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median } from './median.ts';

const COMMITS = 40_000;
const FILES = 2_000;
const REPORTS = 500;
const ENTRIES = 60;
const RUNS = 5;
const WEEK = 7 * 86_400;
const BEGIN = Date.UTC(2016, 0, 3) / 1000;

/** Each a merged pull request, evenly over the weeks of the reports. */
function madeHistory(directory: string): void {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', directory]);
  const parts: string[] = [];
  for (let number = 1; number <= COMMITS; number += 1) {
    const time = BEGIN + Math.floor((number * REPORTS * WEEK) / COMMITS);
    const person = `Ann ${String(number % 300)} <ann${String(number % 300)}@example.com>`;
    const message = `Work on the part ${String(number % 40)} (#${String(number)})\n`;
    const stamp = `${person} ${String(time)} +0000`;
    parts.push(`commit refs/heads/main\nauthor ${stamp}\ncommitter ${stamp}\n`);
    parts.push(`data ${String(message.length)}\n${message}\n`);
    for (const at of [0, 7]) {
      const file = (number * 37 + at) % FILES;
      const path = `part${String(file % 12)}/dir${String(file % 7)}/file${String(file)}.go`;
      const text = String(number);
      parts.push(`M 100644 inline ${path}\ndata ${String(text.length)}\n${text}\n`);
    }
  }
  execFileSync('git', ['fast-import', '--quiet'], { cwd: directory, input: parts.join('') });
  execFileSync('git', ['repack', '-adq'], { cwd: directory });
  const url = 'https://github.com/acme/parts.git';
  execFileSync('git', ['remote', 'add', 'origin', url], { cwd: directory });
}

function madeReports(folder: string): void {
  mkdirSync(folder);
  for (let report = 1; report <= REPORTS; report += 1) {
    const date = new Date((BEGIN + report * WEEK) * 1000).toISOString().slice(0, 10);
    const last = Math.floor((report * COMMITS) / REPORTS);
    const sections = [0, 1, 2].map((part) => {
      const entries = Array.from({ length: ENTRIES / 3 }, (_, at) => {
        const number = String(last - at * 3 - part);
        const url = `https://github.com/acme/parts/pull/${number}`;
        return `- Work on [the *part*](${url}) is done, with \`code\` and **more**. [#${number}](${url})\n`;
      });
      return `### Part ${String(part)}\n\n${entries.join('')}\n`;
    });
    writeFileSync(
      join(folder, `${date}.md`),
      `# Report for ${date}\n\n## PRs merged\n\n${sections.join('')}`,
    );
  }
}

function seconds(program: string, args: readonly string[], cwd: string): number {
  const started = performance.now();
  execFileSync(program, args, { cwd, stdio: 'pipe', maxBuffer: 2 ** 30, env });
  return (performance.now() - started) / 1000;
}

const { GITHUB_TOKEN: _token, GH_TOKEN: _other, ...rest } = process.env;
const env = { ...rest, GH_CONFIG_DIR: '/nonexistent' };
const place = mkdtempSync(join(tmpdir(), 'devreport-bench-'));
try {
  const clone = join(place, 'clone');
  madeHistory(clone);
  madeReports(join(clone, 'reports'));
  const cli = join(import.meta.dirname, '../dist/cli.js');
  const init = [cli, 'init', '-o', '-'];
  // What init reads of a history: the newest changes with their paths, and who signed the newest commits.
  const changes = [
    'log',
    '--first-parent',
    '--name-only',
    '--format=%ct%n%B',
    '--max-count=2000',
    'main',
  ];
  const signatures = ['log', '--format=%an%n%ae%n%B', '--max-count=15000', 'main'];
  const times = { git: [] as number[], without: [] as number[], reports: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.git.push(seconds('git', changes, clone) + seconds('git', signatures, clone));
    times.without.push(seconds('node', [...init, '--reports', 'none'], clone));
    times.reports.push(seconds('node', init, clone));
  }
  const git = median(times.git);
  for (const [name, found] of Object.entries(times))
    console.log(
      `${name.padEnd(8)} ${median(found).toFixed(2)} s, ${(median(found) / git).toFixed(1)} × git`,
    );
} finally {
  rmSync(place, { recursive: true, force: true });
}
