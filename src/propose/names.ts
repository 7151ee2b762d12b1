import { plainText } from '../markdown/plain-text.ts';

/** Words that a capital at the beginning does not do justice to. */
const spellings = new Map(
  ['API', 'CD', 'CI', 'CLI', 'DB', 'GitHub', 'OS', 'SDK', 'UI'].map((word) => [
    word.toLowerCase(),
    word,
  ]),
);

/** A heading from a label or a folder: `area/kernel` → `Kernel`, `build-tools` → `Build tools`. */
export function headingOf(name: string): string {
  const plain = plainText(name);
  const words = withoutGroup(plain)
    .replace(/^\.+|[-_\s]+/g, ' ')
    .trim();
  const [first = '', ...rest] = words;
  if (words === '') return plain;
  return spellings.get(words.toLowerCase()) ?? first.toUpperCase() + rest.join('');
}

/** `area/kernel` → `kernel`, `A-net` → `net`. */
export function withoutGroup(label: string): string {
  return label.replace(/^(?:[\w .-]+(?:\/|:+)|[A-Z]-)\s*(?=\S)/, '');
}

/** `area/kernel` → `area`; null for a label that belongs to no group. */
export function groupOf(label: string): string | null {
  const rest = withoutGroup(label);
  const group = label.slice(0, label.length - rest.length).replace(/[/:\s-]+$/, '');
  return group === '' ? null : group.toLowerCase();
}

/** Whether a name says of itself that such work goes along with other work: tests, documentation. */
export function goesAlong(name: string): boolean {
  return /^(?:tests?|testing|testdata|e2e|spec|docs?|documentation|examples?|samples?)$/i.test(
    withoutGroup(name).trim(),
  );
}
