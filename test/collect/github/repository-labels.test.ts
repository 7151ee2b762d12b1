import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { parse, validate } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { labelsQuery, repositoryLabels } from '../../../src/collect/github/repository-labels.ts';
import { schema } from '../../github/schema.ts';

/** A server that always gives the same answer, and the variables that it received. */
async function answering(status: number, answer: unknown) {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push((body as { variables: unknown }).variables);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const graphqlUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const options = { graphqlUrl, token: 'secret', fetch, timeout: 5_000 };
  const read = () => repositoryLabels('linuxkit/linuxkit', options, new AbortController().signal);
  return { read, asked };
}

const label = (name: string, totalCount: number) => ({ name, pullRequests: { totalCount } });

test('reads the labels in use, the most used first, and those of what was merged last, in one request', async () => {
  const nodes = [label('area/cli', 2), label('unused', 0), null, label('area/kernel', 7)];
  const pull = (number: number, ...names: string[]) => ({
    ...{ number, labels: { nodes: [...names.map((name) => ({ name })), null] } },
  });
  const merged = { nodes: [pull(7, 'area/cli'), null, { number: 6, labels: null }, pull(5)] };
  const data = { repository: { labels: { nodes }, merged } };
  const { read, asked } = await answering(200, { data });
  expect(await read()).toEqual({
    labels: ['area/kernel', 'area/cli'],
    pulls: new Map([
      [7, ['area/cli']],
      [6, []],
      [5, []],
    ]),
  });
  expect(asked).toEqual([{ owner: 'linuxkit', name: 'linuxkit' }]);
});

test('the query is valid by GitHub’s published schema', () => {
  expect(validate(schema(), parse(labelsQuery))).toEqual([]);
});

test.each([
  [401, { message: 'Bad credentials' }, 'github-unauthorized'],
  [502, { message: 'Something went wrong' }, 'github-unavailable'],
  [
    200,
    {
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND', path: ['repository'], message: 'x' }],
    },
    'github-not-found',
  ],
  [
    200,
    {
      data: { repository: null },
      errors: [{ type: 'FORBIDDEN', path: ['repository'], message: 'SAML' }],
    },
    'github-forbidden',
  ],
  [200, { data: { repository: { labels: { nodes: [3] } } } }, 'github-not-found'],
])('%i %j is an error without the token', async (status, answer, code) => {
  const { read } = await answering(status, answer);
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'SourceError', code });
  expect(String(error)).not.toContain('secret');
});

test('the hint doesn’t mention --wait, which init lacks', async () => {
  const { read } = await answering(429, { message: 'You have exceeded a secondary rate limit.' });
  await expect(read()).rejects.toMatchObject({
    code: 'github-rate-limited',
    hint: 'Run again in an hour.',
  });
});
