/** Base64 of fewer characters than this occurs by chance. */
const shortestBase64 = 8;

/**
 * Replaces the token by an ellipsis in texts: proxies, and `fetch` itself, may quote it. Also finds it
 * inside anything in base64 or base64url, like `x-access-token:TOKEN`, and percent-encoded.
 */
export function hidingToken(token: string): (text: string) => string {
  // Headers are trimmed.
  const secret = token.trim();
  if (secret === '') return (text) => text;
  const forms = [secret, ...inBase64(secret)].map(maybePercentEncoded);
  const pattern = new RegExp(forms.join('|'), 'gi');
  return (text) => text.replaceAll(pattern, '…');
}

/** The characters that depend on the text alone, for each of the three positions it may begin at. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [0, 1, 2].flatMap((before) => {
    const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((shifted.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((form) => shifted.toString(form).slice(from, to));
  });
  return [...new Set(forms)].filter((form) => form.length >= shortestBase64);
}

/** A pattern for the text, with any of its characters percent-encoded. */
function maybePercentEncoded(text: string): string {
  const characters = [...text].map((character) => {
    const encoded = Buffer.from(character).toString('hex').replaceAll(/../g, '%$&');
    return `(?:${character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&')}|${encoded})`;
  });
  return characters.join('');
}
