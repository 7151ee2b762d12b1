import { compose } from '../../../src/compose/compose.ts';
import { nothingBefore } from '../../../src/compose/view/previously.ts';
import { freshDraft } from '../../../src/commands/draft/fresh-draft.ts';
import type { ConfigInput } from '../../../src/config/schema/schema.ts';
import { actOnText, type TextAction } from '../../../src/edit/actions/act-on-text.ts';
import type { ActionDesk } from '../../../src/edit/actions/text/editable-text.ts';
import type { FactItem } from '../../../src/edit/protocol.ts';
import { UsageError } from '../../../src/errors.ts';
import { commitKey, itemKey } from '../../../src/item/item-id.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { parseMarkdown } from '../../../src/markdown/processor.ts';
import type { loadTemplate } from '../../../src/render/load-template.ts';
import { entriesIn } from '../../../src/report/draft/draft.ts';
import { textWithRecord } from '../../../src/report/draft/draft-record.ts';
import { draftOf } from '../../../src/report/draft/draft-sections.ts';
import { readReport } from '../../../src/report/report.ts';
import { titlesIn } from '../../../src/report/sections.ts';
import { knownFacts } from '../../../src/revise/known-facts.ts';
import { revise } from '../../../src/revise/revise.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
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
    const known = knownFacts(facts);
    const first = freshDraft(view, context, layout, known, null);
    this.draft = textWithRecord(first.draft.outline.text, first.record);
    const report = readReport({ path: 'report.md', text: this.draft });
    this.#fresh = freshDraft(view, context, layout, known, report);
    const { draft } = this.#fresh;
    const sections = new Map(
      draft.sections
        .flatMap(entriesIn)
        .flatMap(({ items, section }) => items.map((item) => [item, section] as const)),
    );
    this.desk = {
      server: facts.server,
      home,
      highlights: null,
      facts: {
        items: factItems(facts, sections),
        people: [],
        repositories: facts.repositories,
        complete: true,
        missing: [],
        source: 'the recorded sample',
        collectedAt: null,
        problem: null,
      },
      drafts: {
        fresh: this.#fresh,
        others: draftOf({ text: '', root: parseMarkdown('') }, facts.server),
      },
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

function factItems(
  { pullRequests, issues, commits, server }: Snapshot,
  sections: ReadonlyMap<string, string>,
): FactItem[] {
  const nothing = { why: [], labels: [], files: null, note: null, body: null };
  const fact = (
    id: string,
    kind: FactItem['kind'],
    title: string,
    url: string,
    logins: readonly (string | null | undefined)[],
  ): FactItem => {
    const path = sections.get(id);
    return {
      ...nothing,
      ...{ id, label: id, kind, title, url, state: 'unknown', list: 'merged' },
      section: path === undefined ? null : (titlesIn(path).at(-1) ?? null),
      people: [...new Set(logins)].flatMap((login) =>
        login ? [{ login, name: login, did: [] }] : [],
      ),
    };
  };
  return [
    ...pullRequests.map((one) =>
      fact(
        itemKey(one),
        'pull',
        one.title,
        `${server}/${one.repository}/pull/${String(one.number)}`,
        [one.author.login, ...one.activity.map(({ by }) => by.login)],
      ),
    ),
    ...issues.map((one) =>
      fact(
        itemKey(one),
        'issue',
        one.title,
        `${server}/${one.repository}/issues/${String(one.number)}`,
        [one.author.login],
      ),
    ),
    ...commits.map((one) =>
      fact(
        commitKey(one),
        'commit',
        one.title,
        `${server}/${one.repository}/commit/${one.hash}`,
        [],
      ),
    ),
  ];
}
