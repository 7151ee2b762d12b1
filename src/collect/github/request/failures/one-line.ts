/** Foreign text on one line, without control characters for a terminal, and without passwords in URLs. */
export function onOneLine(text: string): string {
  return text
    .replace(/\/\/[^\s/@]+@/g, '//')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
