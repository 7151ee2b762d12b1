import { partsOf, type Placeholder } from './placeholders.ts';
import type { FilePlaceholder } from './report-placeholders.ts';

/** A part of a file pattern between two slashes. */
export interface FileSegment {
  source: string;
  names: readonly FilePlaceholder[];
  expression: RegExp;
}

/** The values that the names of a path have, by placeholder; as they are written there. */
export type MatchedValues = Readonly<Partial<Record<FilePlaceholder, string | undefined>>>;

/** What a placeholder is in a name. Only `slug` and `number` are of any length. */
const shapes: Readonly<Record<FilePlaceholder, string>> = {
  date: '\\d{4}-\\d{2}-\\d{2}',
  year: '\\d{4}',
  month: '\\d{2}',
  day: '\\d{2}',
  week: '\\d{4}-W\\d{2}',
  start: '\\d{4}-\\d{2}-\\d{2}',
  end: '\\d{4}-\\d{2}-\\d{2}',
  cadence: 'weekly|monthly|report',
  number: '\\d{1,9}',
  slug: '.+',
};

/** Reads a segment without problems in its placeholders, or says why names could be read in two ways. */
export function readSegment(source: string): FileSegment | string {
  const parts = partsOf(source);
  const problem = ambiguity(parts);
  if (problem !== null) return problem;
  const names: FilePlaceholder[] = [];
  // With one slug and one number at most, no name makes the engine go back more than once per character.
  const expression = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    const name = part.name as FilePlaceholder;
    if (names.includes(name)) return `\\k<${name}>`;
    names.push(name);
    return `(?<${name}>${shapes[name]})`;
  });
  return { source, names, expression: new RegExp(`^${expression.join('')}$`, 's') };
}

function ambiguity(parts: readonly (string | Placeholder)[]): string | null {
  const brace = parts.find((part) => typeof part === 'string' && /[{}]/.test(part));
  if (brace !== undefined) return 'it has a brace that belongs to no placeholder';
  const at = (name: FilePlaceholder) =>
    parts.flatMap((part, index) => (typeof part !== 'string' && part.name === name ? [index] : []));
  const [numbers, slugs] = [at('number'), at('slug')];
  for (const [name, found] of Object.entries({ number: numbers, slug: slugs }))
    if (found.length > 1) return `{${name}} comes twice between two slashes`;
  const [[number], [slug]] = [numbers, slugs];
  if (number === undefined || slug === undefined) return null;
  const between = parts[number < slug ? number + 1 : number - 1];
  const border = number < slug ? /^\D/ : /\D$/;
  return typeof between === 'string' && border.test(between)
    ? null
    : '{number} and {slug} run into each other; write something between them, like {number}-{slug}';
}
