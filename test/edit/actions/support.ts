import { compose } from '../../../src/compose/compose.ts';
import { nothingBefore } from '../../../src/compose/view/previously.ts';
import { freshDraft } from '../../../src/commands/draft/fresh-draft.ts';
import type { ConfigInput } from '../../../src/config/schema/schema.ts';
import { actOnText, type TextAction } from '../../../src/edit/actions/act-on-text.ts';
import type { ActionDesk } from '../../../src/edit/actions/text/editable-text.ts';
import { deskFacts } from '../../../src/edit/facts/desk-facts.ts';
import { othersDraft } from '../../../src/edit/facts/others-draft.ts';
import { UsageError } from '../../../src/errors.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import type { loadTemplate } from '../../../src/render/load-template.ts';
import { textWithRecord } from '../../../src/report/draft/draft-record.ts';
import { readReport } from '../../../src/report/report.ts';
import { knownFacts } from '../../../src/revise/known-facts.ts';
import { revise } from '../../../src/revise/revise.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { deskWith } from '../desk.ts';
import { config } from '../../support/report.ts';

export type Layout = Awaited<ReturnType<typeof loadTemplate>>;

/** A report on the desk: its draft, and what actions do to texts of it. */
export class OnDesk {
  readonly draft: string;
  readonly desk: ActionDesk;
  readonly #fresh;

  constructor(facts: Snapshot, input: ConfigInput, layout: Layout) {
    const settings = config(input);
    const home = facts.repositories[0];
    const view = compose(facts, settings, 0, undefined, home);
    const context = { snapshot: facts, config: settings, home, previously: nothingBefore };
    const collected = knownFacts(facts);
    const first = freshDraft(view, context, layout, collected, null);
    this.draft = textWithRecord(first.draft.outline.text, first.record);
    const report = readReport({ path: 'report.md', text: this.draft });
    this.#fresh = freshDraft(view, context, layout, collected, report);
    const { draft } = this.#fresh;
    const known = deskFacts(facts, settings, { view, draft, home });
    const others = othersDraft(draft, view, context, layout);
    this.desk = {
      ...deskWith({ home, server: facts.server, facts: known }),
      drafts: { fresh: this.#fresh, others },
    };
  }

  /** The text after an action; `said` and what is selected beside it. */
  do(text: string, action: TextAction, desk = this.desk) {
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const report = readReport({ path: 'report.md', text });
    const { edits, select, said } = actOnText(report, action, desk);
    const after = applyEdits(report.text, edits);
    return {
      text: mark + after,
      said,
      edits,
      selected: after.slice(select.start, select.end),
      select,
      rest: after.slice(select.start),
    };
  }

  /** The text revised with the same facts. */
  rerun(text: string): string {
    return revise(readReport({ path: 'report.md', text }), this.#fresh).text;
  }
}

/** What an action refuses with; fails when it doesn't. */
export function refusal(doIt: () => unknown): string {
  try {
    doIt();
  } catch (error) {
    if (error instanceof UsageError && error.code === 'action-impossible') return error.message;
    throw error;
  }
  throw new Error('It did not refuse.');
}
