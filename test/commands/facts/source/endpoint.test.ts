import { expect, test } from 'vitest';
import { endpoint } from '../../../../src/commands/facts/source/endpoint.ts';
import { VisibleOutput } from '../../../../src/commands/terminal/visible-output.ts';
import { isServer } from '../../../../src/snapshot/values.ts';
import { config } from '../../../support/report.ts';

const silent = new VisibleOutput({ write: () => undefined });

function endpointWith(variables: Readonly<Record<string, string>>) {
  return endpoint(config(), {
    ...{ cwd: '.', variables, now: '2026-01-05T09:00:00Z' },
    ...{ stdout: silent, stderr: silent, signal: new AbortController().signal },
  });
}

test.each([
  ['https://ghe.example.com', 'https://ghe.example.com'],
  ['https://GHE.example.com:8443/sub/', 'https://ghe.example.com:8443/sub'],
  ['https://user:secret@ghe.example.com/', 'https://ghe.example.com'],
  ['http://[::1]:8080/', 'http://[::1]:8080'],
])('the server %s is one that a snapshot can have', (given, server) => {
  const found = endpointWith({ GITHUB_SERVER_URL: given }).server;
  expect(found).toBe(server);
  expect(isServer(found)).toBe(true);
});

test.each([
  'https://ghe.example.com/sub?a=b',
  'https://ghe.example.com/#a',
  'https://ghe.example.com/a](https://evil.example',
  'https://ghe(1).example.com',
  'https://ghe.example.com/a b',
])('the server %s is refused', (given) => {
  expect(() => endpointWith({ GITHUB_SERVER_URL: given })).toThrow(
    expect.objectContaining({ code: 'url-invalid' }),
  );
});
