import type { EntryContext } from '../../compose/entry.ts';
import { separateEntries } from '../../compose/separate.ts';
import type { View } from '../../compose/view/view.ts';
import { draftOf } from '../../report/draft/draft-sections.ts';
import { recordOf } from '../../report/draft/draft-record.ts';
import type { CompiledTemplate } from '../../render/compiled-template.ts';
import { type RenderedDocument, renderDocument } from '../../render/render.ts';
import type { Draft } from '../../report/draft/draft.ts';
import type { Report } from '../../report/report.ts';
import { type KnownFacts, withMemory } from '../../revise/known-facts.ts';
import { itemTexts } from '../../compose/item-texts.ts';
import { requireManaged } from './require-managed.ts';
import type { FreshDraft } from '../../revise/revise.ts';

/**
 * The draft that a view gives in a template.
 *
 * @param context what the view was composed from
 * @param edited the report that it is to be brought into, if any
 * @throws {UsageError} `template-unclosed`, `template-unmanaged`
 */
export function freshDraft(
  view: View,
  context: EntryContext,
  template: CompiledTemplate,
  facts: KnownFacts,
  edited: Report | null,
): FreshDraft {
  const { server, period } = context.snapshot;
  const document = renderDocument(view, template);
  const draft = draftIn(document, view, server, facts);
  if (!edited) requireManaged(draft, document, server, template.file);
  return {
    draft,
    record: withMemory(
      recordOf(draft, period, context.home, template.file, document.frontMatter),
      facts,
    ),
    frontMatter: document.frontMatter,
    separate: edited && separateDraft(view, context, template, facts),
    facts,
    replaces: edited === null,
    server,
  };
}

/** The draft with an entry for each pull request; null when every entry is of one item. */
export function separateDraft(
  view: View,
  context: EntryContext,
  template: CompiledTemplate,
  facts: KnownFacts,
): Draft | null {
  const separate = separateEntries(view, context);
  if (!separate) return null;
  return draftIn(renderDocument(separate, template), separate, context.snapshot.server, facts);
}

function draftIn(
  document: RenderedDocument,
  view: View,
  server: string,
  { has }: KnownFacts,
): Draft {
  const texts = itemTexts(view);
  return draftOf(document, server, { has, textsOf: (item) => texts.get(item) ?? [] });
}
