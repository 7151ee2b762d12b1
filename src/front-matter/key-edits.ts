import { type FrontMatterKey, type ReadFrontMatter, readFrontMatter } from './read-front-matter.ts';
import { yamlLines } from './yaml-text.ts';
import { applyEdits, type Edit } from '../markdown/edit.ts';

/** A value to bring into the content of front matter. */
export interface KeyChange {
  content: string;
  key: string;
  value: unknown;
  /** The content of the draft's front matter, which has it. */
  source: string;
  /** The line ending of the report. */
  eol: string;
}

/** YAML that is known to be valid. */
export function readAgain(content: string): ReadFrontMatter {
  const { frontMatter } = readFrontMatter(content);
  if (!frontMatter) throw new Error('valid front matter became invalid');
  return frontMatter;
}

/** The content with another value for a key, and every other byte as it was; null where that can't be. */
export function replaceValue(change: KeyChange): string | null {
  const { content, key } = change;
  const there = readAgain(content);
  const at = there.keys.get(key);
  if (!at) return null;
  const edits = writings(change).flatMap(({ text, read, fresh }): Edit[] => {
    const [old, now] =
      at.inline && fresh.inline
        ? [at.inline, fresh.inline]
        : [
            { start: at.head, end: at.end },
            { start: fresh.head, end: fresh.end },
          ];
    // A comment in a list is the editor's, and one behind it may end up inside of another value.
    const end = old === at.inline ? old.end : lineEnd(content, old.end);
    const mine = there.comments(old.start, end);
    const ours = read.comments(now.start, now.end);
    if (mine.join('\n') !== ours.join('\n')) return [];
    const source = text.slice(now.start, now.end);
    return [{ ...old, text: indented(source, content, at.start, change.eol) }];
  });
  return firstValid(change, there, edits);
}

/** The content with a new key, below those that come before it in the draft, or else at its end. */
export function addKey(change: KeyChange, previous: readonly string[]): string | null {
  const { content, eol } = change;
  const there = readAgain(content);
  const before = previous.findLast((key) => there.keys.has(key));
  const above = before === undefined ? undefined : there.keys.get(before);
  const places = [...(above ? [lineEnd(content, above.next)] : []), content.length];
  const [first] = there.keys.values();
  const edits = places.flatMap((start) =>
    writings(change).map(({ text, fresh }): Edit => {
      const source = text.slice(fresh.start, fresh.next).replace(/\n?$/, '\n');
      const lead = first ? linePrefix(content, first.start) : '';
      return { start, end: start, text: lead + indented(source, content, first?.start ?? 0, eol) };
    }),
  );
  return firstValid(change, there, edits);
}

/** The ways to write the value: as in the draft, and as devreport writes values. */
function writings({ key, value, source }: KeyChange) {
  const own = `${yamlLines({ [key]: value }).join('\n')}\n`;
  return [source, own].flatMap((text) => {
    const read = readAgain(text);
    const fresh = read.keys.get(key);
    const isFlush = fresh && linePrefix(text, fresh.start) === '';
    return isFlush ? [{ text, read, fresh }] : [];
  });
}

/** The content after the first edit that changes the value and nothing else. */
function firstValid(
  { content, key, value }: KeyChange,
  { values }: ReadFrontMatter,
  edits: readonly Edit[],
): string | null {
  const wanted = fingerprint({ ...values, [key]: value });
  for (const edit of edits) {
    const edited = applyEdits(content, [edit]);
    const { frontMatter } = readFrontMatter(edited);
    if (frontMatter && fingerprint(frontMatter.values) === wanted) return edited;
  }
  return null;
}

function fingerprint(values: ReadFrontMatter['values']): string {
  const entries = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}

/** Lines of a value, with those below the first as far from the margin as the key. */
function indented(source: string, content: string, at: FrontMatterKey['start'], eol: string) {
  const prefix = linePrefix(content, at);
  return source.replace(/\n(?=[^\n])/g, `\n${prefix}`).replaceAll('\n', eol);
}

function linePrefix(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

/** The start of the next line, or the offset itself at the start of a line. */
function lineEnd(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return at;
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}
