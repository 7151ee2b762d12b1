import { plainText } from '../markdown/plain-text.ts';
import { withoutGroup } from './label-name.ts';

/** Words for which a capital at the beginning is not enough. */
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

/** Whether a label or a heading names work that accompanies other work: tests, documentation. */
export function accompaniesOtherWork(name: string): boolean {
  return /^(?:tests?|testing|testdata|e2e|spec|docs?|documentation|examples?|samples?)$/i.test(
    withoutGroup(name).trim(),
  );
}
