/** Replaces the token by an ellipsis in texts: proxies, and `fetch` itself, may quote it. */
export function hidingToken(token: string): (text: string) => string {
  // Headers are trimmed.
  const secret = token.trim();
  return (text) => (secret === '' ? text : text.replaceAll(secret, '…'));
}
