/** In UTF-16 units. GitHub allows 65,536 characters, of which nobody reads the end beside a report. */
const MOST = 10_000;

/** What a body says, as its author wrote it, cut with an ellipsis; null when it says nothing. */
export function bodyText(body: string): string | null {
  const text = body.trim();
  if (text.length <= MOST) return text === '' ? null : text;
  // Half a character is none.
  return `${text.slice(0, MOST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
