#!/usr/bin/env node
import { run } from './commands/run.ts';
import { instantOf } from './period/instant.ts';

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

const controller = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    controller.abort(new Error(`stopped by ${signal}`));
    // Replace the progress line that a terminal may show.
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[KStopped.\n');
    // Files are written atomically, so there is nothing to clean up.
    process.exit(exitCodes[signal]);
  });
}

// A reader that stops early, like head, is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE')
    process.stderr.write(`devreport: cannot write to stdout (${String(error.code)}).\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  variables: process.env,
  now: instantOf(Date.now()),
  stdout: process.stdout,
  stderr: process.stderr,
  signal: controller.signal,
});
