/** What the head of every page has, so that a later run knows it as its own. */
const MARK = '<meta name="generator" content="devreport">';

/** Whether a text is a page that devreport wrote. */
export function isPage(text: string): boolean {
  return /^<!doctype html>/i.test(text) && text.includes(MARK);
}
