import type { Surroundings } from '../../src/commands/environment.ts';
import { run } from '../../src/commands/run.ts';

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command line as the terminal would, in the folder. */
export async function devreport(
  cwd: string,
  argv: readonly string[],
  environment: Partial<Surroundings> = {},
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const code = await run(argv, {
    cwd,
    variables: {},
    now: '2026-01-05T09:00:00Z',
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    signal: new AbortController().signal,
    ...environment,
  });
  return { code, ...written };
}
