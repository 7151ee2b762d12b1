import { plainText } from '../../markdown/plain-text.ts';
import type { Settings } from '../known.ts';
import type { LeftOut } from '../proposal.ts';
import { isRecord, textsOf } from './read-settings.ts';

/** A heading of a project's release notes. */
export interface Category {
  title: string;
  /** None: the heading of everything else. */
  labels: string[];
}

export interface ReleaseNotes {
  path: string;
  categories: Category[];
  exclude: LeftOut;
}

/** `.github/release.yml`, from which GitHub makes release notes. Its label `*` is everything else. */
export function readRelease({ path, options }: Settings): ReleaseNotes {
  const changelog = isRecord(options['changelog']) ? options['changelog'] : {};
  const exclude = isRecord(changelog['exclude']) ? changelog['exclude'] : {};
  return {
    path,
    categories: categoriesOf(changelog['categories'], ({ labels }) => labels),
    exclude: { path, labels: textsOf(exclude['labels']), authors: textsOf(exclude['authors']) },
  };
}

/** `.github/release-drafter.yml`. */
export function readDrafter({ path, options }: Settings): ReleaseNotes {
  return {
    path,
    categories: categoriesOf(options['categories'], ({ label, labels }) => [
      ...textsOf(label),
      ...textsOf(labels),
    ]),
    exclude: {
      path,
      labels: textsOf(options['exclude-labels']),
      authors: textsOf(options['exclude-contributors']),
    },
  };
}

function categoriesOf(
  value: unknown,
  labelsOf: (category: Record<string, unknown>) => unknown,
): Category[] {
  const list: unknown[] = Array.isArray(value) ? value : [];
  return list.filter(isRecord).flatMap((category) => {
    const [title = ''] = textsOf(category['title']).map(plainText);
    const labels = textsOf(labelsOf(category));
    return title === '' ? [] : [{ title, labels: labels.includes('*') ? [] : labels }];
  });
}
