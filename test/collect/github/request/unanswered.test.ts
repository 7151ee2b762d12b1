import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { rewritten, serverError, socket } from '../../../github/failures.ts';
import { collectFrom, patientClock, withGitHub } from '../support.ts';

const repositories = [{ name: 'acme/app' }];

/** Of an address where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.each([
  ['nobody at the port', async () => `http://127.0.0.1:${await closedPort()}/graphql`],
  ['no such host', () => Promise.resolve('http://nowhere.invalid/graphql')],
  ['a port that fetch does not use', () => Promise.resolve('http://127.0.0.1:9/graphql')],
])('no way to GitHub: %s ends the run within seconds', async (_, address) => {
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
  ['nonsense', rewritten('nonsense', (reply) => Object.assign(reply, { data: 1 }))],
])('a run of which nothing was ever answered ends after about a minute: %s', async (_, failure) => {
  await withGitHub(repositories, {}, async (github) => {
    const clock = patientClock();
    github.fail(failure);
    const collecting = collectFrom(github, { clock });
    await expect(collecting).rejects.toMatchObject({ name: 'SourceError' });
    expect(clock.slept).toBeLessThan(75_000);
  });
});
