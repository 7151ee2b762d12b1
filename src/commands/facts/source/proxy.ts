import { UsageError } from '../../../errors.ts';
import type { Environment } from '../../environment.ts';

/**
 * Node's `fetch`, or one that goes through the proxy named in `HTTPS_PROXY`, `HTTP_PROXY` and
 * `NO_PROXY` (or their lower-case names, which win).
 *
 * @throws {UsageError} `proxy-invalid`
 */
export async function fetchThrough(variables: Environment['variables']): Promise<typeof fetch> {
  const of = (name: string) => [variables[name.toLowerCase()], variables[name]].find(isSet);
  const httpProxy = of('HTTP_PROXY');
  const httpsProxy = of('HTTPS_PROXY') ?? httpProxy;
  if (httpProxy === undefined && httpsProxy === undefined) return fetch;

  for (const proxy of [httpProxy, httpsProxy]) {
    if (proxy === undefined || /^https?:$/.test(URL.canParse(proxy) ? new URL(proxy).protocol : ''))
      continue;
    // The value is not shown: it may contain a password.
    throw new UsageError('proxy-invalid', 'The proxy in HTTPS_PROXY or HTTP_PROXY is not a URL.', {
      hint: 'Use a URL like http://proxy.example.com:3128.',
    });
  }
  // Large, but what Node's own `fetch` is made of; Node reads these variables itself only from 22.21
  // and 24 on, and only when NODE_USE_ENV_PROXY was set before it started.
  const { EnvHttpProxyAgent, fetch: proxied } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({
    ...(httpProxy !== undefined && { httpProxy }),
    ...(httpsProxy !== undefined && { httpsProxy }),
    noProxy: of('NO_PROXY') ?? '',
  });
  const through: unknown = (url: string, init: object) => proxied(url, { ...init, dispatcher });
  return through as typeof fetch;
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
