/** Foreign text on one line: nothing in it moves a terminal's cursor, or shows a password in an address. */
export function onOneLine(text: string): string {
  return text
    .replace(/\/\/[^\s/@]+@/g, '//')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** Puts an ellipsis in the place of the token, which proxies and `fetch` itself may quote. */
export function concealing(token: string): (text: string) => string {
  // Headers lose the blanks around it.
  const secret = token.trim();
  return (text) => (secret === '' ? text : text.replaceAll(secret, '…'));
}
