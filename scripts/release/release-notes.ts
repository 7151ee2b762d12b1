/** The section of a version with a date, without its heading; null when the changelog has none. */
export function releaseNotes(changelog: string, version: string): string | null {
  for (const section of changelog.split(/^## /m).slice(1)) {
    const [heading = '', ...lines] = section.split('\n');
    const [, released] = /^(\S+), \d{4}-\d{2}-\d{2}$/.exec(heading) ?? [];
    if (released === version) return lines.join('\n').trim();
  }
  return null;
}
