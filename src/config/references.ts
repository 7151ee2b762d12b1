import type { ConfigIssue } from './config-issue.ts';
import { defaultSections } from './default-sections.ts';
import { slug } from './slug.ts';

/**
 * Ids that two sections have, and names of sections that there are not. The input may be no valid
 * config: what cannot be read here has been told already.
 */
export function checkReferences(input: unknown): ConfigIssue[] {
  const { sections, fallback, overrides } = recordOf(input);
  const list: unknown[] = Array.isArray(sections) ? sections : defaultSections;
  const ids = list.map(idOf);
  const twice = ids.flatMap((id, index) =>
    id !== null && ids.indexOf(id) < index ? [secondSection(id, index)] : [],
  );
  // With a section that has no name yet, nobody can say which names are wrong.
  if (ids.includes(null)) return twice;
  const refer = (path: string[], id: unknown): ConfigIssue[] =>
    typeof id !== 'string' || ids.includes(id)
      ? []
      : [{ path, message: `no section has the id "${id}"; the sections are ${ids.join(', ')}` }];
  return [
    ...twice,
    ...refer(['fallback'], fallback),
    ...Object.entries(recordOf(overrides)).flatMap(([item, id]) => refer(['overrides', item], id)),
  ];
}

function secondSection(id: string, index: number): ConfigIssue {
  const message = `a second section with the id "${id}"; give one of them another id`;
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
