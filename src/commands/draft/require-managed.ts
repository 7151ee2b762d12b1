import type { RootContent } from 'mdast';
import { UsageError } from '../../errors.ts';
import { spanOf } from '../../markdown/span.ts';
import type { RenderedDocument } from '../../render/render.ts';
import type { Draft } from '../../report/draft/draft.ts';
import { citationsIn } from '../../report/links/citations.ts';

/**
 * Refuses a template that writes items in a shape to which no rerun could add others.
 *
 * @param document what the draft was made of
 * @param template its file, as messages name it
 * @throws {UsageError} `template-unmanaged`
 */
export function requireManaged(
  { outline, sections }: Draft,
  { placeIn }: Pick<RenderedDocument, 'placeIn'>,
  server: string,
  template: string,
): void {
  const unplaceable = sections.flatMap((section) => section.unplaceable);
  const items = new Set(unplaceable.flatMap((block) => block.items));
  if (items.size === 0) return;
  const problems = new Map<string, string>();
  for (const { item, node, block } of citationsIn(outline, server)) {
    const span = spanOf(node);
    const place = items.has(item) && span ? placeIn(span) : null;
    if (place === null || problems.has(place)) continue;
    problems.set(
      place,
      `${place}: ${item} is ${where[block.node.type] ?? 'in no list, table or paragraph'}`,
    );
  }
  if (problems.size === 0) return;
  throw new UsageError(
    'template-unmanaged',
    `The template ${template} cannot be used: a later run could not add new items to what it writes. Nothing was written.`,
    {
      details: [...problems.values()],
      hint: 'Write items as list items, as rows of a table, or as paragraphs in sections of nothing else; docs/templates.md of devreport shows how.',
    },
  );
}

const where: Partial<Record<RootContent['type'], string>> = {
  heading: 'in a heading',
  html: 'in HTML that is no single list or table',
  list: 'in a list item with more than a lead and one list, or between torn HTML tags',
  blockquote: 'in a quote',
  paragraph: 'in a paragraph, between other blocks',
};
