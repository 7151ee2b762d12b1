import { plainText } from '../../markdown/plain-text.ts';
import type { ToolSettings } from '../project.ts';
import type { ProposedExclusions } from '../proposal.ts';
import { type CategoryRules, readCategoryRules } from './category-rules.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** A heading of a project's release notes. */
export interface ReleaseNoteCategory {
  title: string;
  /** Null for the heading of everything else. */
  rules: CategoryRules | null;
}

/** How a project's release notes are made. */
export interface ReleaseNoteSettings {
  path: string;
  categories: ReleaseNoteCategory[];
  exclude: ProposedExclusions;
}

/** `.github/release.yml`, from which GitHub makes release notes. Its label `*` is everything else. */
export function readReleaseSettings({ path, options }: ToolSettings): ReleaseNoteSettings {
  const changelog = isMapping(options['changelog']) ? options['changelog'] : {};
  const exclude = isMapping(changelog['exclude']) ? changelog['exclude'] : {};
  return {
    path,
    categories: categoriesOf(changelog['categories'], ({ labels }) => {
      const names = stringsIn(labels);
      return names.length === 0 || names.includes('*') ? null : labelRules(names);
    }),
    exclude: { path, labels: stringsIn(exclude['labels']), authors: stringsIn(exclude['authors']) },
  };
}

/** `.github/release-drafter.yml`. Since version 7, categories also say what is left out. */
export function readDrafterSettings({ path, options }: ToolSettings): ReleaseNoteSettings {
  const { categories } = options;
  const ofType = (type: string) =>
    mappingsIn(categories).filter((category) => (category['type'] ?? 'changelog') === type);
  const excluded = ofType('pre-exclude').map(readCategoryRules);
  return {
    path,
    categories: categoriesOf(ofType('changelog'), readCategoryRules),
    exclude: {
      path,
      labels: [
        ...stringsIn(options['exclude-labels']),
        ...excluded.flatMap((rules) => rules?.labels ?? []),
      ],
      authors: stringsIn(options['exclude-contributors']),
    },
  };
}

function labelRules(labels: string[]): CategoryRules {
  return { labels, titles: [], paths: [], unsupported: [] };
}

function categoriesOf(
  value: unknown,
  rulesOf: (category: Record<string, unknown>) => CategoryRules | null,
): ReleaseNoteCategory[] {
  return mappingsIn(value).flatMap((category) => {
    const [title = ''] = stringsIn(category['title']).map(plainText);
    return title === '' ? [] : [{ title, rules: rulesOf(category) }];
  });
}

function mappingsIn(value: unknown): Record<string, unknown>[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isMapping);
}
