import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type RuleId, ruleIds } from '../src/config/check-rules.ts';
import type { RuleText } from '../src/check/explain/rule-text.ts';

const folder = new URL('../src/check/rules/', import.meta.url);
const paths = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [basename(path, '.ts'), path]),
);

/** The ids of the rules, by their files. */
export const ruleFiles = [...paths.keys()].sort();

/** What the doc comment of a rule says. */
export interface RuleDocument {
  /** What it finds and leaves, as one paragraph of Markdown. */
  about: string;
  examples: RuleExample[];
}

export interface RuleExample {
  rule: string;
  /** `ok`, or `not ok` and why. */
  name: string;
  markdown: string;
  /** The same as the comment has it: with escapes for what can't be seen. */
  written: string;
  /** `line:column-line:column: message`, one a line. */
  findings: string[];
  /** The text after `--fix`; null when the example has none. */
  fixed: string | null;
}

/** Reads the doc comment of a rule, whose examples are also its tests. */
export function ruleDocument(rule: string): RuleDocument {
  const source = readFileSync(new URL(paths.get(rule) ?? '', folder), 'utf8');
  const comment = /^\/\*\*\n([^]*?)\n \*\/\nexport function\* /m.exec(source)?.[1] ?? '';
  const [about = '', ...examples] = comment.replace(/^ \* ?/gm, '').split(/^@example /m);
  return {
    about: about.replace(/\s+/g, ' ').trim(),
    examples: examples.map((part): RuleExample => {
      const [name = '', ...lines] = part.split('\n');
      const blocks = [...lines.join('\n').matchAll(/^```(.+)\n([^]*?)\n```$/gm)];
      const block = (info: string) => blocks.find(([, found]) => found === info)?.[2] ?? null;
      return {
        rule,
        name,
        markdown: `${unescape(block('md') ?? '')}\n`,
        written: block('md') ?? '',
        findings: block('text')?.split('\n') ?? [],
        fixed: block('md fixed') === null ? null : `${unescape(block('md fixed') ?? '')}\n`,
      };
    }),
  };
}

/** What the program says of each rule, from its doc comment. */
export function ruleTexts(): Record<RuleId, RuleText> {
  const texts = ruleIds.map((id): [RuleId, RuleText] => {
    const { about, examples } = ruleDocument(id);
    const found = examples.find(({ name }) => name.startsWith('not ok'));
    const example = found ? { markdown: found.written, findings: found.findings } : null;
    return [id, { about, example }];
  });
  return Object.fromEntries(texts) as Record<RuleId, RuleText>;
}

/** Invisible characters are written as `\u00A0` or `\u{E007F}` in the comments. */
function unescape(text: string): string {
  return text.replace(/\\u(?:\{([\dA-F]+)\}|([\dA-F]{4}))/g, (_, long?: string, short?: string) =>
    String.fromCodePoint(parseInt(long ?? short ?? '', 16)),
  );
}
