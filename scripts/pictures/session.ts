import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A command as it was typed, and what it printed. */
export interface Exchange {
  command: string;
  output: string;
}

const loader = new URL('../typescript.js', import.meta.url).href;
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Runs devreport with each list of arguments, one after the other, in an empty folder. */
export async function runSession(commands: readonly string[][]): Promise<Exchange[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'devreport-session-'));
  try {
    const session: Exchange[] = [];
    for (const args of commands) {
      const options = ['--import', loader, cli, ...args];
      const { stdout, stderr } = await promisify(execFile)(process.execPath, options, { cwd });
      session.push({
        command: ['devreport', ...args.map(quoted)].join(' '),
        output: stderr + stdout,
      });
    }
    return session;
  } finally {
    await rm(cwd, { recursive: true });
  }
}

/** As a shell wants it. */
function quoted(argument: string): string {
  return /^[\w.:/=-]+$/.test(argument) ? argument : `'${argument}'`;
}
