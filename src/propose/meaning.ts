import { plainText } from '../markdown/plain-text.ts';

/** Names of one thing, as sections, labels and folders have them; compared without plurals and fillers. */
const synonyms = [
  ['breaking', 'breaking change', 'backward incompatible', 'incompatible'],
  ['feature', 'feat', 'feature request', 'enhancement', 'new', 'addition', 'added'],
  ['fix', 'bug', 'bugfix', 'bug fix', 'fixed', 'hotfix', 'defect'],
  ['performance', 'perf'],
  ['documentation', 'doc', 'improved documentation'],
  ['test', 'testing'],
  ['ci', 'continuous integration', 'github action', 'github workflow', 'workflow'],
  ['dependency', 'dep'],
  ['refactoring', 'refactor'],
  ['chore', 'maintenance', 'housekeeping', 'internal'],
  ['deprecation', 'deprecated', 'removal', 'deprecation and removal'],
  ['translation', 'localization', 'localisation', 'i18n', 'l10n'],
  ['command', 'cmd'],
  ['package', 'pkg'],
  ['other', 'miscellaneous', 'misc', 'everything else'],
];
const meanings = new Map(
  synonyms.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)),
);
/** They add nothing to the name that they stand beside. */
const fillers = new Set(['change', 'update', 'improvement', 'new', 'the', 'our', 'stuff', 'work']);

/**
 * What a heading, a label or a folder is about, for comparing: `📝 Docs` and `Documentation updates`
 * mean the same, and so do `Codespace` and `Codespaces`.
 */
export function meaningOf(name: string): string {
  const text = plainText(name).toLowerCase();
  const words = text.match(/[\p{L}\p{M}\p{N}+#]+/gu)?.map(singular) ?? [];
  if (words.length === 0) return text;
  const whole = words.join(' ');
  const short = words.filter((word) => !fillers.has(word)).join(' ');
  return meanings.get(whole) ?? meanings.get(short) ?? (short === '' ? whole : short);
}

/** Good enough to compare names by: `fixes` → `fix`, `dependencies` → `dependency`. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, 'y').replace(/(?<=x|ch|sh)es$|s$/, '');
}
