import { execFileSync, spawn, type StdioOptions } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serialiseSnapshot } from '../../src/snapshot/parse.ts';
import { errorCode } from '../../src/files/error-code.ts';
import { freshDist } from '../package/fresh-dist.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pull, snapshot } from '../support/snapshot.ts';

test('a pipe that does not wait for its reader gets all of the text', async () => {
  const cwd = await temporaryFolder();
  const pulls = Array.from({ length: 600 }, (_, i) => pull(i + 1));
  await writeFile(join(cwd, 'facts.json'), serialiseSnapshot(snapshot({ pullRequests: pulls })));
  const cli = join(await freshDist(), 'cli.js');
  const args = [cli, '--source', 'facts.json', '--format', 'snapshot', '-o', '-'];
  const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
  const expected = execFileSync(process.execPath, args, { cwd, stdio, encoding: 'utf8' });
  // More than a pipe holds.
  expect(expected.length).toBeGreaterThan(100_000);

  const path = join(cwd, 'pipe');
  execFileSync('mkfifo', [path]);
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  // Node makes standard output wait where it starts a program itself.
  const child = spawn('bash', ['-c', '"$@" >&3', 'bash', process.execPath, ...args], {
    ...{ cwd, stdio: ['ignore', 'ignore', 'ignore', pipe] },
  });
  const ended = new Promise((done) => child.once('close', done));

  let text = '';
  const buffer = Buffer.alloc(20_000);
  while (text.length < expected.length) {
    await setTimeout(50);
    try {
      text += buffer.toString('utf8', 0, readSync(pipe, buffer));
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error;
    }
  }
  expect(await ended).toBe(0);
  expect(text).toBe(expected);
  closeSync(pipe);
});
