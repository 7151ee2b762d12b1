import type { ConfigIssue } from './config-issue.ts';
import { defaultSections } from './schema/default-sections.ts';
import { slug } from './slug.ts';

/**
 * Finds ids that two sections share, and references to sections that don't exist. Skips
 * invalid parts of the input: the schema reports those.
 */
export function checkReferences(input: unknown): ConfigIssue[] {
  const { sections, fallback, overrides } = recordOf(input);
  const list: unknown[] = Array.isArray(sections) ? sections : defaultSections;
  const ids = list.map(idOf);
  const duplicates = ids.flatMap((id, index) =>
    id !== null && ids.indexOf(id) < index ? [duplicateSection(id, index)] : [],
  );
  // A reference may mean a section whose title is still missing.
  if (ids.includes(null)) return duplicates;
  const refer = (path: string[], id: unknown): ConfigIssue[] =>
    typeof id !== 'string' || ids.includes(id)
      ? []
      : [{ path, message: `unknown section "${id}"; the sections are ${ids.join(', ')}` }];
  return [
    ...duplicates,
    ...refer(['fallback'], fallback),
    ...Object.entries(recordOf(overrides)).flatMap(([item, id]) => refer(['overrides', item], id)),
  ];
}

/** Whether a config has sections, or refers to the default ones. */
export function choosesSections(input: unknown): boolean {
  return ['sections', 'fallback', 'overrides'].some((option) => option in recordOf(input));
}

function duplicateSection(id: string, index: number): ConfigIssue {
  const message = `duplicate section id "${id}"; give one of the sections another id`;
  return { path: ['sections', index], message };
}

function idOf(section: unknown): string | null {
  const { id, title } = recordOf(section);
  if (typeof id === 'string') return id;
  return typeof title === 'string' && title !== '' ? slug(title) : null;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
