import { recordIn } from '../support/report.ts';
import { contentOf } from './edits/lines.ts';
import { bodyOf } from './support.ts';

// A report as its reader sees it, read without a Markdown parser.

/** The lines, without the record. */
export function linesOf(text: string): string[] {
  return bodyOf(text)
    .replace(/^\uFEFF/, '')
    .split('\n');
}

/** What a line says, without its bullet. */
export function wordsOf(line: string): string {
  return contentOf(line).trim();
}

/** The lines, with code blocks, code spans and comments blanked. */
export function visibleLines(text: string): string[] {
  let fence: string | null = null;
  let isComment = false;
  return linesOf(text).map((line) => {
    const mark = /^(```|~~~)(.*)/.exec(line);
    if (fence !== null) {
      if (mark?.[1] === fence && mark[2]?.trim() === '') fence = null;
      return '';
    }
    const rest = isComment ? line.replace(/^.*?(-->|$)/, '') : line;
    if (isComment && !line.includes('-->')) return '';
    isComment = false;
    if (mark) {
      fence = mark[1] ?? '';
      return '';
    }
    // A comment separates the text around it.
    const shown = rest.replace(/<!--.*?-->|`[^`]*`/g, '\0');
    isComment = shown.includes('<!--');
    return shown.replace(/<!--.*/, '');
  });
}

const CITED =
  /https:\/\/github\.com\/linuxkit\/linuxkit\/(?:pull|issues)\/(\d+)|\[(?:linuxkit\/linuxkit)?#(\d+)\](?!\(|\[[^\]])/g;
const DEFINITION = /^\[([^\]^]+)\]: .*\/(?:pull|issues)\/(\d+)/;

/** Each link to an item in some lines, by its number; with how often it is there. */
export function citedIn(lines: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (number: number) => counts.set(number, (counts.get(number) ?? 0) + 1);
  const defined = new Map(
    lines.flatMap((line) => {
      const [, name, number] = DEFINITION.exec(line) ?? [];
      return name === undefined ? [] : [[name, Number(number)] as const];
    }),
  );
  for (const line of lines.filter((one) => !DEFINITION.test(one))) {
    // Code names nothing: titles hold their references in it.
    const written = line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '``');
    for (const [, linked, named] of written.matchAll(CITED)) count(Number(linked ?? named));
    for (const [, name = ''] of line.matchAll(/\]\[(word\d+)\]/g)) {
      const number = defined.get(name);
      if (number !== undefined) count(number);
    }
  }
  return counts;
}

/** The numbers of what was ever offered. */
export function offeredIn(text: string): Set<number> {
  const sections = recordIn(text)?.sections ?? [];
  const items = sections.flatMap((section) => Object.keys(section.items));
  return new Set(items.map((item) => Number(item.split('#')[1])));
}
