/** The login whose page on the server an address is; null when it is none. */
export function profileOf(url: string, server: string): string | null {
  if (!url.toLowerCase().startsWith(`${server.toLowerCase()}/`)) return null;
  return /^([\w-]+)\/?$/.exec(url.slice(server.length + 1))?.[1] ?? null;
}
