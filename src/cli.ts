#!/usr/bin/env node
import { run } from './commands/run.ts';
import { describeUnexpected } from './commands/terminal/describe-error.ts';
import { standardOutput } from './commands/terminal/standard-output.ts';
import { errorCode } from './files/error-code.ts';
import { instantOf } from './period/instant.ts';

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const { argv, env } = process;

const lost = new Set<string>();
const stderr = standardOutput(
  2,
  () => process.stderr,
  // Nobody is left to be told.
  () => undefined,
);
const stdout = standardOutput(
  1,
  () => process.stdout,
  (error) => {
    // A reader that stops early, like head, changes neither the result nor the exit code.
    if (['EPIPE', 'EOF'].includes(errorCode(error))) return;
    if (lost.size === 0) stderr.write(`devreport: Cannot write to stdout (${errorCode(error)}).\n`);
    lost.add(errorCode(error));
    process.exitCode = 2;
  },
);

const controller = new AbortController();
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // Ends git, too.
    controller.abort(new Error(`stopped by ${signal}`));
    // Replace the progress line that a terminal may show.
    if (stderr.isTTY) stderr.write('\r\u001b[KStopped.\n');
    // Files are written atomically, so there is nothing to clean up.
    process.exit(exitCodes[signal]);
  });
}

process.on('uncaughtException', (error) => {
  stderr.write(`${describeUnexpected(error, argv).join('\n')}\n`);
  process.exit(70);
});

const exitCode = await run(argv.slice(2), {
  cwd: workingDirectory(),
  variables: env,
  now: instantOf(Date.now()),
  // Only what asks needs it, and it takes a while to open.
  stdin: () => process.stdin,
  stdout,
  stderr,
  signal: controller.signal,
});
if (lost.size === 0) process.exitCode = exitCode;

function workingDirectory(): string | null {
  try {
    return process.cwd();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
