import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { Period } from '../src/period/period.ts';

const execute = promisify(execFile);

/** `gh`'s own name for a GitHub on this machine, the only one that it speaks plain HTTP with. */
const HOST = 'github.localhost';

/** Whether the `gh` command is installed. */
export async function hasGh(): Promise<boolean> {
  return execute('gh', ['--version']).then(
    () => true,
    () => false,
  );
}

/** What a script around `gh` does: its lists, as long as it lets them be. */
export async function gh(
  endpoint: { graphqlUrl: string; token: string },
  repositories: readonly string[],
  { start, end }: Period,
): Promise<number> {
  const proxy = await startProxy(new URL(endpoint.graphqlUrl));
  const list = async (kind: 'pr' | 'issue', repository: string, search: string) => {
    const { stdout } = await execute(
      'gh',
      [
        kind,
        'list',
        '-R',
        `${HOST}/${repository}`,
        '--state',
        'all',
        '--search',
        search,
        '--limit',
        '5000',
        '--json',
        'number',
      ],
      {
        env: {
          ...process.env,
          HTTP_PROXY: proxy.url,
          GH_HOST: HOST,
          GH_TOKEN: endpoint.token,
          GH_ENTERPRISE_TOKEN: endpoint.token,
        },
        maxBuffer: 2 ** 26,
      },
    );
    return (JSON.parse(stdout) as unknown[]).length;
  };
  let items = 0;
  for (const repository of repositories) {
    items += await list('pr', repository, `merged:${start}..${end}`);
    items += await list('issue', repository, `updated:${start}..${end}`);
  }
  proxy.close();
  return items;
}

/** Leads what is meant for `gh`'s host to the fixture. */
async function startProxy(target: URL): Promise<{ url: string; close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const forwarded = request(target, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
