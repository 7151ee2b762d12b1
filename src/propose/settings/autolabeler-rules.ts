import { parseExpression } from '../../pattern/expression.ts';
import { isPlainName } from '../plain-name.ts';
import type { ToolSettings } from '../project.ts';
import { gitignoreGlobs } from './gitignore-globs.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** When release-drafter adds a label, as rules that devreport has too. */
export interface AutolabelerRule {
  label: string;
  /** Regular expressions. */
  titles: string[];
  /** Globs. */
  paths: string[];
  /** Conditions without an equivalent: `branch`, `body`, negated globs, expressions with other flags. */
  unsupported: string[];
}

/** The `autolabeler` of `.github/release-drafter.yml`: any one of its conditions adds the label. */
export function readAutolabeler({ options }: ToolSettings): AutolabelerRule[] {
  const list: unknown[] = Array.isArray(options['autolabeler']) ? options['autolabeler'] : [];
  return list.filter(isMapping).flatMap((rule): AutolabelerRule[] => {
    const { label } = rule;
    if (typeof label !== 'string' || !isPlainName(label)) return [];
    const files = stringsIn(rule['files']);
    const titles = stringsIn(rule['title']).map((text) => ({ text, source: sourceOf(text) }));
    return [
      {
        label,
        titles: titles.flatMap(({ source }) => source ?? []),
        paths: files.filter((file) => !file.startsWith('!')).flatMap(gitignoreGlobs),
        unsupported: [
          ...['branch', 'body'].filter((key) => stringsIn(rule[key]).length > 0),
          ...files.filter((file) => file.startsWith('!')),
          ...titles.flatMap(({ text, source }) => (source === null ? [text] : [])),
        ],
      },
    ];
  });
}

/** The source of `/source/flags`; null when it is invalid or unsupported, or means something else without its flags. */
function sourceOf(text: string): string | null {
  const [, source = '', flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  if (source === '' || /[^giu]/.test(flags)) return null;
  return parseExpression(source).matches ? source : null;
}
