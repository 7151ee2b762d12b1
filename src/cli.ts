#!/usr/bin/env node
import { fstatSync, writeFileSync } from 'node:fs';
import { run } from './commands/run.ts';
import { describeUnexpected } from './commands/terminal/describe-error.ts';
import { errorCode } from './files/error-code.ts';
import { instantOf } from './period/instant.ts';

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const { argv, env, stdout, stderr } = process;

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

const lost = new Set<string>();
const lose = (error: unknown): void => {
  // A reader that stops early, like head, changes neither the result nor the exit code.
  if (errorCode(error) === 'EPIPE') return;
  if (lost.size === 0) stderr.write(`devreport: Cannot write to stdout (${errorCode(error)}).\n`);
  lost.add(errorCode(error));
  process.exitCode = 2;
};
stdout.on('error', lose);
// Nobody is left to be told.
stderr.on('error', () => undefined);

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
  stdout: isFile(stdout.fd) ? { write: writeWhole } : stdout,
  stderr,
  signal: controller.signal,
});
if (lost.size === 0) process.exitCode = exitCode;

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch (error) {
    if (errorCode(error) === 'EBADF') return false;
    throw error;
  }
}

/** Node's own stream would cut the text where a disk is full, without an error. */
function writeWhole(text: string): void {
  try {
    writeFileSync(stdout.fd, text);
  } catch (error) {
    lose(error);
  }
}

function workingDirectory(): string | null {
  try {
    return process.cwd();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
