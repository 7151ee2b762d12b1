import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { rewritten, serverError, socket } from '../../../github/failures.ts';
import { collectFrom, patientClock, withGitHub } from '../support.ts';

const repositories = [{ name: 'acme/app' }];

/** A port without a listener. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.each([
  ['connection refused', async () => `http://127.0.0.1:${await closedPort()}/graphql`],
  ['unknown host', () => Promise.resolve('http://nowhere.invalid/graphql')],
  ['a port that fetch blocks', () => Promise.resolve('http://127.0.0.1:9/graphql')],
])('%s: ends the run within seconds', async (_, address) => {
  await withGitHub(repositories, {}, async (github) => {
    const clock = patientClock();
    const collecting = collectFrom(github, { graphqlUrl: await address(), clock });
    await expect(collecting).rejects.toMatchObject({
      code: 'github-unreachable',
      hint: expect.stringContaining('proxy') as string,
    });
    expect(clock.slept).toBeLessThan(5_000);
  });
});

test.each([
  ['errors', serverError(503)],
  ['lost sockets', socket('lost')],
  ['unexpected data', rewritten('unexpected data', (reply) => Object.assign(reply, { data: 1 }))],
])('%s: ends a run without any answer after about a minute', async (_, failure) => {
  await withGitHub(repositories, {}, async (github) => {
    const clock = patientClock();
    github.fail(failure);
    const collecting = collectFrom(github, { clock });
    await expect(collecting).rejects.toMatchObject({ name: 'SourceError' });
    expect(clock.slept).toBeLessThan(75_000);
  });
});
