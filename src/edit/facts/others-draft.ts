import { compileRules } from '../../categorise/decide.ts';
import { type EntryContext, EntryMaker } from '../../compose/entry.ts';
import { itemTexts } from '../../compose/item-texts.ts';
import type { Entry } from '../../compose/view/entry-schema.ts';
import type { View } from '../../compose/view/view.ts';
import { commitKey, itemKey } from '../../item/item-id.ts';
import type { CompiledTemplate } from '../../render/compiled-template.ts';
import { renderDocument } from '../../render/render.ts';
import { type Draft, entriesIn } from '../../report/draft/draft.ts';
import { draftOf } from '../../report/draft/draft-sections.ts';

/**
 * A draft with an entry for everything that another one leaves out: a template writes them where it has
 * merged pull requests, and commits where it lists those.
 *
 * @param draft that the view gives in the template
 * @param context what the view was composed from
 */
export function othersDraft(
  draft: Draft,
  view: View,
  context: EntryContext,
  template: CompiledTemplate,
): Draft {
  const { server } = context.snapshot;
  const shown = viewOfOthers(draft, view, context);
  const texts = itemTexts(shown);
  return draftOf(renderDocument(shown, template), server, {
    has: (item) => texts.has(item),
    textsOf: (item) => texts.get(item) ?? [],
  });
}

function viewOfOthers(draft: Draft, view: View, context: EntryContext): View {
  const { pullRequests, issues, commits } = context.snapshot;
  const drafted = new Set(draft.sections.flatMap(entriesIn).flatMap(({ items }) => items));
  const maker = new EntryMaker(context);
  const decide = compileRules(context.config);
  const entries: Entry[] = [
    ...pullRequests
      .filter((pull) => !drafted.has(itemKey(pull)))
      .map((pull) => maker.single(pull, decide(pull, []))),
    ...issues.filter((issue) => !drafted.has(itemKey(issue))).map((issue) => maker.single(issue)),
  ];
  const direct = commits.filter((commit) => !drafted.has(commitKey(commit)));
  return {
    ...view,
    merged: [{ id: 'left-out', title: 'Left out', entries }],
    entries,
    commits: direct.map((commit) => maker.commit(commit)),
    listsCommits: true,
    ...{ closedUnmerged: [], closedIssues: [], active: [], ongoing: [], issues: [] },
    ...{ moreIssues: [], highlights: [], newcomers: [], contributors: [], releases: [] },
    ...{ helpWanted: { pulls: [], issues: [] }, leftOut: [], closing: [], chart: null },
    shows: { contributors: false, helpWanted: false, statistics: false, chart: false },
    stats: { ...view.stats, pullsMerged: entries.length },
  };
}
