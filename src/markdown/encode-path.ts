/** A path for an address in Markdown: without the parentheses that would end it. */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, encodeCharacter))
    .join('/');
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
