import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A command as it was typed, and what it printed. */
export interface Exchange {
  command: string;
  output: string;
}

/** A list of arguments for devreport, or what somebody does in an editor meanwhile. */
export type Step = readonly string[] | Edit;

export interface Edit {
  file: string;
  /** What the picture says of it. */
  comment: string;
  change: (text: string) => string;
}

const loader = new URL('../typescript.js', import.meta.url).href;
const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Takes the steps one after the other, in an empty folder. */
export async function runSession(steps: readonly Step[]): Promise<Exchange[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'devreport-session-'));
  try {
    const session: Exchange[] = [];
    for (const step of steps) {
      session.push('file' in step ? await edit(step, cwd) : await run(step, cwd));
    }
    return session;
  } finally {
    await rm(cwd, { recursive: true });
  }
}

async function run(args: readonly string[], cwd: string): Promise<Exchange> {
  const options = ['--import', loader, cli, ...args];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, options, { cwd });
  return { command: ['devreport', ...args.map(quoted)].join(' '), output: stderr + stdout };
}

async function edit({ file, comment, change }: Edit, cwd: string): Promise<Exchange> {
  const path = join(cwd, file);
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`There is nothing to edit in ${file}.`);
  await writeFile(path, changed);
  return { command: `$EDITOR ${file}  # ${comment}`, output: '' };
}

/** As a shell wants it. */
function quoted(argument: string): string {
  return /^[\w.:/=-]+$/.test(argument) ? argument : `'${argument}'`;
}
