import { separateEntries } from '../../compose/separate.ts';
import type { View } from '../../compose/view.ts';
import { draftOf } from '../../report/draft/draft.ts';
import { recordOf } from '../../report/draft/draft-record.ts';
import type { CompiledTemplate } from '../../render/compiled-template.ts';
import { renderDocument } from '../../render/render.ts';
import type { Report } from '../../report/report.ts';
import type { KnownFacts } from '../../revise/known-facts.ts';
import type { FreshDraft } from '../../revise/revise.ts';
import type { Snapshot } from '../../snapshot/schema.ts';

/**
 * The draft that a view gives in a template.
 *
 * @param edited the report that it is to be brought into, if any
 * @param home the repository of `#12` in the view; by default the first
 * @throws {UsageError} `template-unclosed`
 */
export function freshDraft(
  view: View,
  snapshot: Snapshot,
  template: CompiledTemplate,
  facts: KnownFacts,
  edited: Report | null,
  home = snapshot.repositories[0],
): FreshDraft {
  const { server, period } = snapshot;
  const draftIn = (shown: View) => draftOf(renderDocument(shown, template), server);
  const draft = draftIn(view);
  const separate = edited && separateEntries(view, snapshot, home);
  return {
    draft,
    record: recordOf(draft, period, home, template.file),
    separate: separate && draftIn(separate),
    facts,
    replaces: edited === null,
    server,
  };
}
