import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDist } from '../package/fresh-dist.ts';
import { temporaryFolder } from '../support/folder.ts';
import { devreport } from '../support/run.ts';

const command = `"${process.execPath}" "${join(await freshDist(), 'cli.js')}"`;
const sample = '--week 2017-05-08 --source sample';

/** Runs a line of bash, in which `devreport` is the command, in a folder with a report to check. */
async function bash(line: string) {
  const cwd = await temporaryFolder();
  writeFileSync(join(cwd, 'bad.md'), '# A\n\nA [link](missing.md).\n');
  const script = `devreport() { ${command} "$@"; }\n${line}`;
  const options = { cwd, env: { PATH: process.env['PATH'], HOME: cwd } };
  const { code, stdout, stderr } = await new Promise<{
    code: number;
    stdout: string;
    stderr: string;
  }>((done) => {
    execFile('bash', ['-c', script], options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
  return { code, stdout, stderr, cwd };
}

describe('output that nobody reads changes neither the result nor the exit code', () => {
  test('findings', async () => {
    const ran = await bash('devreport check bad.md --offline | true; exit "${PIPESTATUS[0]}"');
    expect(ran.code).toBe(1);
  });

  test('messages in a pipe', async () => {
    const { code, cwd } = await bash(
      `devreport ${sample} --verbose 2>&1 | true; exit "\${PIPESTATUS[0]}"`,
    );
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'reports/2017-05-08.md'))).toBe(true);
  });

  test('messages nowhere', async () => {
    const { code, cwd } = await bash(`devreport ${sample} 2>&-`);
    expect(code).toBe(0);
    expect(existsSync(join(cwd, 'reports/2017-05-08.md'))).toBe(true);
  });
});

test.runIf(existsSync('/dev/full'))('a full disk is an error', async () => {
  expect(await bash(`devreport ${sample} -o - >/dev/full`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('devreport: Cannot write to stdout (ENOSPC).') as string,
  });
});

test('a working directory that no longer exists is an error', async () => {
  const removed = { cwd: null };
  expect(await devreport(await temporaryFolder(), sample.split(' '), removed)).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'devreport: The working directory no longer exists.\nChange to another one and run again.\n',
  });
});

describe('an unexpected error', () => {
  const variables = new Proxy<Record<string, string>>(
    {},
    {
      get() {
        throw new TypeError('broken \u202E in devreport');
      },
    },
  );
  const argv = ['--week', '2017-05-08', '--repo', 'a/b'];

  test('has a code of its own, one sentence, and where to report it', async () => {
    const { code, stdout, stderr } = await devreport(await temporaryFolder(), argv, { variables });
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^devreport: Unexpected error: TypeError: broken\s+in devreport$/),
      'This is a bug in devreport. Report it in its issue tracker (npm bugs devreport), with what --verbose adds to this.',
    ]);
  });

  test('shows the stack with --verbose', async () => {
    const folder = await temporaryFolder();
    const { code, stderr } = await devreport(folder, [...argv, '--verbose'], { variables });
    expect(code).toBe(70);
    expect(stderr).toContain('exit-codes.test.ts');
  });
});
