import { plainText } from '../../markdown/plain-text.ts';
import type { ToolSettings } from '../project.ts';
import type { ProposedExclusions } from '../proposal.ts';
import { isMapping, stringsIn } from './tool-settings.ts';

/** A heading of a project's release notes. */
export interface ReleaseNoteCategory {
  title: string;
  /** Empty: the heading of everything else. */
  labels: string[];
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
    categories: categoriesOf(changelog['categories'], ({ labels }) => labels),
    exclude: { path, labels: stringsIn(exclude['labels']), authors: stringsIn(exclude['authors']) },
  };
}

/** `.github/release-drafter.yml`. */
export function readDrafterSettings({ path, options }: ToolSettings): ReleaseNoteSettings {
  return {
    path,
    categories: categoriesOf(options['categories'], ({ label, labels }) => [
      ...stringsIn(label),
      ...stringsIn(labels),
    ]),
    exclude: {
      path,
      labels: stringsIn(options['exclude-labels']),
      authors: stringsIn(options['exclude-contributors']),
    },
  };
}

function categoriesOf(
  value: unknown,
  labelsOf: (category: Record<string, unknown>) => unknown,
): ReleaseNoteCategory[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isMapping).flatMap((category) => {
    const [title = ''] = stringsIn(category['title']).map(plainText);
    const labels = stringsIn(labelsOf(category));
    return title === '' ? [] : [{ title, labels: labels.includes('*') ? [] : labels }];
  });
}
