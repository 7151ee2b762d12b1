import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { median } from './median.ts';

const COUNT = 40;
const cli = join(import.meta.dirname, '../dist/cli.js');
/** Tells the processor time of the command, in microseconds, as its last words. */
const tell =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("\\n"+(user+system))})';

/** The processor time of the built `check`, in milliseconds: of one report, and of the forty of its series. */
export function measureManyReports(): { one: number; all: number } {
  const cwd = mkdtempSync(join(tmpdir(), 'devreport-bench-'));
  try {
    mkdirSync(join(cwd, 'reports'));
    const files = Array.from({ length: COUNT }, (_, at) => {
      const file = `reports/20${10 + at}-05-08.md`;
      writeFileSync(join(cwd, file), reportOf(at));
      return file;
    });
    const timeOf = (checked: readonly string[]) => {
      const args = ['--import', tell, cli, 'check', '--offline', ...checked];
      const { stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
      return Number(stderr.split('\n').at(-1)) / 1000;
    };
    timeOf(files);
    const thrice = (checked: readonly string[]) => median([1, 2, 3].map(() => timeOf(checked)));
    return { one: thrice(files.slice(-1)), all: thrice(files) };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** About 12 kB, as half of the published reports have, with names that no dictionary knows. */
function reportOf(at: number): string {
  const entry = (index: number) => {
    const number = at * 100 + index;
    const name = String.fromCharCode(97 + (index % 26), 97 + (at % 26));
    return `- The ${name}${name}ctl of \`runc\` keeps ${number} sockets open while **it** waits, so that a reader sees [#${number}](https://github.com/acme/app/pull/${number}), @ann`;
  };
  const entries = Array.from({ length: 75 }, (_, index) => entry(index)).join('\n');
  return `# Report ${at}\n\nA quiet week.\n\n## PRs merged\n\n${entries}\n`;
}
