import type { Form, ModelPart } from './form.ts';
import type { Model } from './model.ts';

/** How merged work is divided. */
export interface ModelGroups {
  /** `section`: by headings of the project; `name`: by the full names of repositories; `flat`: by nothing. */
  by: 'section' | 'name' | 'flat';
  /** The parts that are groups; with `flat`, those that have a list. */
  parts: ModelPart[];
  depth: number;
  /** Whether each is for one repository, of which it is the only one. */
  isByRepository: boolean;
  /** Whether its headings link to the repositories. */
  isLinked: boolean;
}

export function groupsOf({ parts }: Form, { report, repositories }: Model): ModelGroups {
  const all = parts.filter(({ kind, list }) => kind === 'group' && list);
  const [first, ...others] = all;
  if (!first || all.every(({ title }) => title === ''))
    return {
      by: 'flat',
      parts: parts.filter(({ kind }) => kind === 'merged'),
      depth: 2,
      isByRepository: false,
      isLinked: false,
    };
  const owners = all.map((part) =>
    part.repositories.size === 1 ? [...part.repositories][0] : undefined,
  );
  const known = owners.filter((name) => name !== undefined);
  const isSingle = others.length === 0 && isNamed(first.title, owners[0]);
  const isByRepository =
    known.length === all.length &&
    new Set(known).size === all.length &&
    (others.length > 0 || isSingle) &&
    repositories.length > 0;
  const isFull =
    isByRepository && all.every(({ title }, index) => title.toLowerCase() === owners[index]);
  const isLinked = all.every(({ section: { heading } }) => {
    const [node, ...more] = heading?.node.children ?? [];
    return (
      node?.type === 'link' && more.length === 0 && /^https?:/.test(node.url) && report.text !== ''
    );
  });
  return {
    by: isFull ? 'name' : 'section',
    parts: all,
    depth: first.depth,
    isByRepository,
    isLinked,
  };
}

function isNamed(title: string, repository: string | undefined): boolean {
  const lower = title.toLowerCase();
  return repository !== undefined && (lower === repository || lower === repository.split('/')[1]);
}
