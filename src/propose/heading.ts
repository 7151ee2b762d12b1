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

/** How a project itself writes words that have capitals inside, by the words in lower case. */
export type Spellings = ReadonlyMap<string, string>;

/** Names of whole labels and folders that are short for something. */
const longNames = new Map(
  Object.entries({
    bin: 'Commands',
    cmd: 'Commands',
    deps: 'Dependencies',
    'dev cmd': 'Developer commands',
    doc: 'Documentation',
    'doc src': 'Documentation',
    docs: 'Documentation',
    e2e: 'End-to-end tests',
    env: 'Environment',
    example: 'Examples',
    i18n: 'Translations',
    io: 'I/O',
    l10n: 'Translations',
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

/** A heading from a label or a folder: `area/kernel` → `Kernel`, `cli-tools` → `CLI tools`, `📚 docs` → `Documentation`. */
export function headingOf(name: string, own: Spellings = new Map()): string {
  const plain = plainText(name);
  const words = withoutGroup(plain)
    .replace(
      /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\uFE0F\u200D\s])+(?=\S)|^[._]+|[-_\s]+/gu,
      ' ',
    )
    .trim();
  if (words === '') return plain;
  const long = longNames.get(words.toLowerCase());
  if (long !== undefined) return long;
  // One word that folders write as two: `ex_unit`.
  const joined = words.includes(' ') ? own.get(words.replaceAll(' ', '').toLowerCase()) : undefined;
  if (joined !== undefined) return joined;
  return (
    words
      .split(' ')
      // A word with a spelling of its own keeps it at the beginning, too: `macOS`.
      .map((word, index) => spell(word, own) ?? (index === 0 ? capitalised(word) : word))
      .join(' ')
  );
}

function capitalised(word: string): string {
  const [initial = '', ...others] = word;
  return initial.toUpperCase() + others.join('');
}

/** How people write a word, or the one that it is the plural of; undefined where nothing is known of it. */
function spell(word: string, own: Spellings): string | undefined {
  const known = (text: string) => spellings.get(text) ?? own.get(text);
  const lower = word.toLowerCase();
  const singular = lower.endsWith('s') ? known(lower.slice(0, -1)) : undefined;
  return known(lower) ?? (singular === undefined ? undefined : `${singular}s`);
}

/** What of a project's folders says nothing about a part of it. */
export interface FolderNames {
  /** The names of the project, in lower case. */
  project: ReadonlySet<string>;
  spellings: Spellings;
}

/** What the folder of all that a project is can be called: like its owner, or like itself. */
export function projectNames(repository: string | null): ReadonlySet<string> {
  return new Set(repository?.toLowerCase().split('/'));
}

/** Folders that only hold others, or the code of what the folder around them is named after. */
const unnamed = new Set(['app', 'code', 'internal', 'main', 'python', 'source', 'src']);
/** Those of them that are what the project is, where it has no parts. */
const code = new Set(['source', 'src']);
const CORE = 'Core';
/** Folders that hold a part each, in a project of many. */
const holders = new Set(['components', 'crates', 'libs', 'modules', 'packages', 'pkg', 'share']);
const libraries = new Set(['lib', 'library']);
/** The heading of the folders of services that test and build. */
export const CI = 'CI';
const ci = new Set(['.github', '.gitlab', '.circleci', '.buildkite', '.ci', 'workflows']);

/**
 * The heading of a folder, by the innermost folder that has a name of its own: `packages/ui/src` → `UI`. The
 * folder of all that a project is has the core of it, beside others; empty where nothing says what it has.
 */
export function folderHeading(folder: string, { project, spellings: own }: FolderNames): string {
  const folders = folder.split('/');
  const within = folders.slice(folders.findLastIndex((one) => project.has(one.toLowerCase())) + 1);
  const parts = within.filter((part) => !unnamed.has(part.toLowerCase()));
  const name = parts.findLast((part) => !libraries.has(part.toLowerCase())) ?? parts.at(-1);
  const last = folders.at(-1)?.toLowerCase() ?? '';
  if (name === undefined) return project.has(last) || code.has(last) ? CORE : '';
  return ci.has(name.toLowerCase()) ? CI : headingOf(withoutProject(name, project), own);
}

/** In a project of this name, `rocket-cli` is its CLI; the core of it keeps the name, beside the folder of the whole. */
function withoutProject(name: string, project: ReadonlySet<string>): string {
  const [first = '', ...others] = name.split(/[-_]/);
  const rest = others.join('-');
  if (rest === '' || rest.toLowerCase() === 'core') return name;
  return isProjectName(first.toLowerCase(), project) ? rest : name;
}

/** Whether a folder of this name holds parts of a project, and is none itself. */
export function isHolder(name: string): boolean {
  return holders.has(name.toLowerCase()) || unnamed.has(name.toLowerCase());
}

/** Whether a word is the name of a project, or what the names of its owner and repository both begin with. */
function isProjectName(word: string, project: ReadonlySet<string>): boolean {
  const isPrefix = (name: string) => name.startsWith(`${word}-`);
  return project.has(word) || (project.size > 1 && [...project].every(isPrefix));
}

/** How many busy folders inside have better names than a folder of this name, for it to be divided; null for any other. */
export function leastInside(name: string, project: ReadonlySet<string>): number | null {
  const lower = name.toLowerCase();
  if (unnamed.has(lower) || libraries.has(lower) || project.has(lower)) return 1;
  return holders.has(lower) ? 2 : null;
}

/** Whether a label or a heading names work that accompanies other work: tests, documentation. */
export function accompaniesOtherWork(name: string): boolean {
  return /^(?:(?:build and )?tests?|testing|testdata|e2e|end-to-end tests|spec|docs?|documentation|examples?|samples?|playground)$/i.test(
    withoutGroup(name).trim(),
  );
}
