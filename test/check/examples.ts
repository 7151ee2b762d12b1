import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const folder = new URL('../../src/check/rules/', import.meta.url);
const paths = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [basename(path, '.ts'), path]),
);

/** An example in the doc comment of a rule. */
export interface Example {
  rule: string;
  /** `ok`, or `not ok` and why. */
  name: string;
  markdown: string;
  /** `line:column-line:column: message`, one a line. */
  findings: string[];
  /** The text after `--fix`; null when the example has none. */
  fixed: string | null;
}

/** The ids of the rules, by their files. */
export const ruleFiles = [...paths.keys()].sort();

export function examplesOf(rule: string): Example[] {
  const source = readFileSync(new URL(paths.get(rule) ?? '', folder), 'utf8');
  const comment = /^\/\*\*\n([^]*?)\n \*\/\nexport function\* /m.exec(source)?.[1] ?? '';
  const doc = comment.replace(/^ \* ?/gm, '');
  return doc
    .split(/^@example /m)
    .slice(1)
    .map((part): Example => {
      const [name = '', ...lines] = part.split('\n');
      const blocks = [...lines.join('\n').matchAll(/^```(.+)\n([^]*?)\n```$/gm)];
      const block = (info: string) => blocks.find(([, found]) => found === info)?.[2] ?? null;
      return {
        rule,
        name,
        markdown: `${unescape(block('md') ?? '')}\n`,
        findings: block('text')?.split('\n') ?? [],
        fixed: block('md fixed') === null ? null : `${unescape(block('md fixed') ?? '')}\n`,
      };
    });
}

/** Invisible characters are written as `\u00A0` or `\u{E007F}` in the comments. */
function unescape(text: string): string {
  return text.replace(/\\u(?:\{([\dA-F]+)\}|([\dA-F]{4}))/g, (_, long?: string, short?: string) =>
    String.fromCodePoint(parseInt(long ?? short ?? '', 16)),
  );
}
