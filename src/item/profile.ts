import { pathOn } from './item-url.ts';

/** The login whose page on the server an address is; null when it is none. */
export function profileOf(url: string, server: string): string | null {
  return /^([\w-]+)\/?$/.exec(pathOn(server, url) ?? '')?.[1] ?? null;
}
