import type { EntryContext } from '../../compose/entry.ts';
import { separateEntries } from '../../compose/separate.ts';
import type { View } from '../../compose/view/view.ts';
import { draftOf } from '../../report/draft/draft-sections.ts';
import { recordOf } from '../../report/draft/draft-record.ts';
import type { CompiledTemplate } from '../../render/compiled-template.ts';
import { renderDocument } from '../../render/render.ts';
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
  const draftIn = (shown: View, document = renderDocument(shown, template)) => {
    const texts = itemTexts(shown);
    const textsOf = (item: string) => texts.get(item) ?? [];
    return draftOf(document, server, { has: facts.has, textsOf });
  };
  const document = renderDocument(view, template);
  const draft = draftIn(view, document);
  if (!edited) requireManaged(draft, document, server, template.file);
  const separate = edited && separateEntries(view, context);
  return {
    draft,
    record: withMemory(
      recordOf(draft, period, context.home, template.file, document.frontMatter),
      facts,
    ),
    frontMatter: document.frontMatter,
    separate: separate && draftIn(separate),
    facts,
    replaces: edited === null,
    server,
  };
}
