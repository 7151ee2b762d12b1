import type { DevreportError } from '../../errors.ts';
import type { BodyFacts } from '../../publish/pull-request/body-part.ts';
import { isOutdatedBody, newBody, updateBody } from '../../publish/pull-request/body.ts';
import type { PublishedFile } from '../../publish/pull-request/published-file.ts';
import { pullRequestTitle } from '../../publish/pull-request/words.ts';
import { sortWarnings } from '../../snapshot/warnings.ts';
import type { WrittenDraft } from '../draft/write-draft.ts';
import { many } from '../../markdown/many.ts';
import { createCheckRun } from './github/create-check-run.ts';
import { equipPullRequest } from './github/equip-pull-request.ts';
import { keepPullRequest } from './github/keep-pull-request.ts';
import type { ReportBranch } from './github/report-branch.ts';
import type { ActionRun } from './action-run.ts';
import type { ReportOutcome } from './outcome.ts';
import { readReport } from '../../report/report.ts';
import { reportTitle } from '../../report/report-title.ts';

/** Tells the people on GitHub about a draft on a branch: by its pull request, and by a check run. */
export async function publishDraft(
  run: ActionRun,
  written: WrittenDraft,
  branch: ReportBranch,
  outcome: ReportOutcome,
): Promise<ReportOutcome> {
  const { inputs, workspace } = run;
  const { decision, names } = branch;
  const hasNews = written.text !== written.before;
  const existing = decision.pullRequest;
  const isOnBranch = branch.committed || existing !== null || inputs.mode === 'commit';
  const there = {
    ...outcome,
    ...(isOnBranch && { branch: names.branch, head: decision.head, pullRequest: existing }),
  };
  // What is on the base already, without news, needs no pull request.
  if (inputs.dryRun || (!hasNews && !existing && !decision.isOwn)) return there;

  const file: PublishedFile = {
    server: workspace.server,
    repository: workspace.base.repository,
    branch: names.branch,
    path: names.path,
  };
  const problems: DevreportError[] = [];
  const notices: string[] = [];
  const facts = bodyFacts(run, written, outcome, file, decision.head, existing === null);
  const isNewHead = hasNews || !existing || isOutdatedBody(existing.body, decision.head);
  let pullRequest = there.pullRequest;
  if (inputs.mode === 'pull-request' && isNewHead) {
    const kept = await keepPullRequest(workspace.api, workspace.base, existing, {
      ...names,
      title: pullRequestTitle(inputs.prTitle, {
        ...{ values: outcome.values, path: names.path },
        title: await reportTitle(readReport({ path: names.path, text: written.text })),
      }),
      bodyOf: (body) => (body === null ? newBody(facts) : updateBody(body, facts).text),
      draft: inputs.draft,
      hasNews,
    });
    pullRequest = kept;
    notices.push(...kept.notices);
    if (kept.isNew)
      problems.push(
        ...(await equipPullRequest(workspace.api, workspace.base, kept.id, names.branch, inputs)),
      );
  }
  if (inputs.check !== 'off' && isNewHead && decision.head !== null) {
    const refused = await createCheckRun(
      workspace.api,
      workspace.base,
      { head: decision.head, path: names.path, maxWarnings: inputs.maxWarnings },
      outcome.findings,
    );
    if (refused) notices.push(refused);
  }
  return { ...there, pullRequest, problems, notices };
}

function bodyFacts(
  { inputs }: ActionRun,
  { changes, snapshot, view }: WrittenDraft,
  { findings }: ReportOutcome,
  file: PublishedFile,
  commit: string | null,
  isFirst: boolean,
): BodyFacts {
  const { firstDay, lastDay, timezone } = view.period;
  return {
    ...{ file, commit, isFirst },
    about: [
      `It covers ${firstDay} to ${lastDay} (${timezone}): ${many(view.stats.pullsMerged, 'pull request')} merged, ${many(view.stats.contributors, 'contributor')}.`,
    ],
    news: changes.filter((line) => !line.startsWith('Nothing new')),
    incomplete: sortWarnings(snapshot).missing.map(({ message }) => message),
    findings: inputs.check === 'off' ? null : findings,
  };
}
