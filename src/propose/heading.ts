import { plainText } from '../markdown/plain-text.ts';
import { withoutGroup } from './label-name.ts';

/** Words that a capital at the beginning is not enough for, or that people write another way. */
const spellings = new Map(
  [
    ...['API', 'CD', 'CI', 'CLI', 'CSS', 'DB', 'GitHub', 'GUI', 'HTML', 'HTTP', 'JSON', 'JSX'],
    ...['LSP', 'macOS', 'OS', 'PR', 'SDK', 'SQL', 'SSH', 'SSR', 'TLS', 'TUI', 'UI', 'URL', 'UX'],
    ...['VM', 'WASM', 'XML', 'YAML', 'JavaScript', 'TypeScript', 'WebAssembly'],
  ].map((word) => [word.toLowerCase(), word]),
);

/** Names of whole labels and folders that are short for something. */
const longNames = new Map(
  Object.entries({
    bin: 'Commands',
    cmd: 'Commands',
    deps: 'Dependencies',
    doc: 'Documentation',
    'doc src': 'Documentation',
    docs: 'Documentation',
    e2e: 'End-to-end tests',
    example: 'Examples',
    io: 'I/O',
    lib: 'Library',
    perf: 'Performance',
    pkg: 'Packages',
    script: 'Scripts',
    src: 'Source',
    test: 'Tests',
    util: 'Utilities',
    utils: 'Utilities',
  }),
);

/** A heading from a label or a folder: `area/kernel` → `Kernel`, `cli-tools` → `CLI tools`. */
export function headingOf(name: string): string {
  const plain = plainText(name);
  const words = withoutGroup(plain)
    .replace(/^[._]+|[-_\s]+/g, ' ')
    .trim();
  if (words === '') return plain;
  const long = longNames.get(words.toLowerCase());
  if (long !== undefined) return long;
  const text = words
    .split(' ')
    .map((word) => spellings.get(word.toLowerCase()) ?? word)
    .join(' ');
  const [first = '', ...rest] = text;
  // A word with a spelling of its own keeps it: `macOS`.
  return spellings.get(words.split(' ')[0]?.toLowerCase() ?? '') === undefined
    ? first.toUpperCase() + rest.join('')
    : text;
}

/** Folders that only hold others, or the code of what the folder around them is named after. */
const unnamed = new Set(['app', 'code', 'internal', 'lib', 'main', 'python', 'source', 'src']);
const ci = new Set(['.github', '.gitlab', '.circleci', '.buildkite', '.ci', 'workflows']);

/** The heading of a folder, by the innermost folder that has a name of its own: `packages/ui/src` → `UI`. */
export function folderHeading(folder: string): string {
  const parts = folder.split('/');
  const name = parts.findLast((part) => !unnamed.has(part.toLowerCase())) ?? parts.at(-1) ?? '';
  return ci.has(name.toLowerCase()) ? 'CI' : headingOf(name);
}

/** Whether a label or a heading names work that accompanies other work: tests, documentation. */
export function accompaniesOtherWork(name: string): boolean {
  return /^(?:(?:build and )?tests?|testing|testdata|e2e|end-to-end tests|spec|docs?|documentation|examples?|samples?|playground)$/i.test(
    withoutGroup(name).trim(),
  );
}
