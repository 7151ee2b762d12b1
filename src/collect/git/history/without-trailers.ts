/** A line like `Signed-off-by: …` or `Fixes: …`; others with a colon, like `Note: …`, are text. */
const TRAILER = /^(?:[a-z\d]+(?:-[a-z\d]+)+|cc|closes|fixes|link|refs?|resolves):\s*\S/i;
const CONTINUED = /^(?:[ \t]+\S|\(cherry picked from commit [\da-f]+\)$)/;

/** The rest of a commit message without the paragraphs of trailers at its end. */
export function withoutTrailers(body: string): string {
  const lines = body.trimEnd().split(/\r?\n/);
  let end = lines.length;
  for (let at = end - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') end = at;
    else if (!TRAILER.test(line) && !CONTINUED.test(line)) break;
    if (at === 0) end = 0;
  }
  return lines.slice(0, end).join('\n').trimEnd();
}
