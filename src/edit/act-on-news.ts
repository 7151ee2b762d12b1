import { UsageError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import type { Desk } from './desk.ts';
import { acceptChanges } from './news/accept-changes.ts';
import { adoptReport } from './news/adopt-report.ts';
import { dismissChanges } from './news/dismiss-changes.ts';
import type { ActAnswer, DeskAction } from './protocol.ts';

export type NewsAction = Extract<DeskAction, { do: 'accept' | 'dismiss' | 'adopt' }>;

export function isNewsAction(action: DeskAction): action is NewsAction {
  return ['accept', 'dismiss', 'adopt'].includes(action.do);
}

/**
 * Carries out what the editor decides about a rerun.
 *
 * @throws {UsageError} `action-impossible` without facts, and for changes that are no longer proposed
 */
export function actOnNews(
  report: Report,
  action: NewsAction,
  { drafts }: Pick<Desk, 'drafts'>,
): ActAnswer {
  if (!drafts) {
    throw new UsageError('action-impossible', 'There are no facts to compare the report with.', {
      hint: 'Refresh when the source can be reached.',
    });
  }
  const { fresh } = drafts;
  if (action.do === 'adopt') {
    const edits = adoptReport(report, fresh);
    return answer(edits, 'Added a record. Refresh shows what the report lacks.');
  }
  if (action.do === 'accept') {
    const { edits, accepted } = acceptChanges(report, fresh, action.changes);
    const start = Math.min(...edits.map((edit) => edit.start));
    return answer(edits, `Accepted ${countOf(accepted)}.`, { start, end: start });
  }
  const { edits, dismissed } = dismissChanges(report, fresh, action.changes);
  return answer(edits, `Dismissed ${countOf(dismissed)}.`);
}

function answer(
  edits: ActAnswer['edits'],
  said: string,
  select: ActAnswer['select'] = null,
): ActAnswer {
  if (edits.length > 0) return { edits, select, said };
  throw new UsageError('action-impossible', 'The report has that already.', {
    hint: 'Refresh shows what is left.',
  });
}

function countOf({ length }: readonly string[]): string {
  return length === 1 ? '1 change' : `${length} changes`;
}
