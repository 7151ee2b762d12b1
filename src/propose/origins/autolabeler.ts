import type { Settings } from '../known.ts';
import { isPlain, isRecord, textsOf } from './read-settings.ts';

/** When release-drafter gives a label, as far as devreport can say it too. */
export interface GivenLabel {
  label: string;
  /** Regular expressions. */
  titles: string[];
  /** Globs. */
  paths: string[];
  /** What cannot be said: `branch` or `body`, a file that is taken away, an expression of another kind. */
  left: string[];
}

/** The `autolabeler` of `.github/release-drafter.yml`: any of its conditions gives the label. */
export function readAutolabeler({ options }: Settings): GivenLabel[] {
  const list: unknown[] = Array.isArray(options['autolabeler']) ? options['autolabeler'] : [];
  return list.filter(isRecord).flatMap((rule): GivenLabel[] => {
    const { label } = rule;
    if (typeof label !== 'string' || !isPlain(label)) return [];
    const files = textsOf(rule['files']);
    const titles = textsOf(rule['title']).map((text) => ({ text, source: sourceOf(text) }));
    return [
      {
        label,
        titles: titles.flatMap(({ source }) => source ?? []),
        paths: files.filter((file) => !file.startsWith('!')).flatMap(globsOf),
        left: [
          ...['branch', 'body'].filter((key) => textsOf(rule[key]).length > 0),
          ...files.filter((file) => file.startsWith('!')),
          ...titles.flatMap(({ text, source }) => (source === null ? [text] : [])),
        ],
      },
    ];
  });
}

/** Of `/source/flags`; null for no expression, or one that means something else without its flags. */
function sourceOf(text: string): string | null {
  const [, source = '', flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  if (source === '' || /[^giu]/.test(flags)) return null;
  try {
    new RegExp(source, 'i');
    return source;
  } catch {
    return null;
  }
}

/** As in `.gitignore`: without a slash before the end anywhere, and a folder is all that is in it. */
function globsOf(pattern: string): string[] {
  const plain = pattern.replace(/^\//, '').replace(/\/$/, '');
  const place = /\/./.test(pattern) ? plain : `**/${plain}`;
  if (plain === '' || plain === '**') return [];
  if (pattern.endsWith('/')) return [`${place}/**`];
  return /[*.][^/]*$/.test(plain) ? [place] : [place, `${place}/**`];
}
