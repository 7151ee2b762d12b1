export const BASE_EXPECTED =
  'expected an address like https://name.github.io/project/, or a path like /project/';

/** Whether a text can be where a site is: a URL without query, fragment and password, or a path. */
export function isBaseAddress(text: string): boolean {
  if (/[?#\\\s]/.test(text)) return false;
  if (/^\/(?!\/)/.test(text)) return true;
  if (!/^https?:\/\/[^/@]+(?:\/|$)/i.test(text)) return false;
  return URL.canParse(text);
}
