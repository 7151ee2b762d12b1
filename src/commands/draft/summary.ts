import { trend } from '../../compose/earlier-stats.ts';
import type { View } from '../../compose/view/view.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { isSourceName, sources } from '../../snapshot/sources.ts';
import { sortWarnings } from '../../snapshot/warnings.ts';
import { many } from '../../markdown/many.ts';
import { sparkline } from '../terminal/sparkline.ts';

/** Fewer periods show no trend. */
const FEWEST = 3;

/**
 * The closing lines on stderr: the warnings, the numbers of the report, and its cost.
 *
 * @param asked the value of `--source`; the name of a saved snapshot is shown
 */
export function summary(view: View, snapshot: Snapshot, asked: string): string[] {
  const { collected, complete } = snapshot;
  const { missing, notes } = sortWarnings(snapshot);
  const { pullsMerged, contributors } = view.stats;
  const isFile = asked !== 'auto' && !isSourceName(asked);
  const from = isFile ? asked : sources[collected.source].title;
  const cost =
    collected.requests > 0 && !isFile
      ? `, ${many(collected.requests, 'request')}, ${many(collected.points, 'point')}`
      : '';
  return [
    ...missing.map(({ message }) => `warning: ${plainText(message)}`),
    ...(notes.length > 0
      ? [`${many(notes.length, 'warning')} in the draft about what the source cannot know.`]
      : []),
    `${view.period.firstDay} to ${view.period.lastDay} (${view.period.timezone}): ` +
      `${many(pullsMerged, 'pull request')} merged, ${issuesShown(view)}${many(contributors, 'contributor')}` +
      `${view.excluded > 0 ? `, ${many(view.excluded, 'item')} left out by the config` : ''}.`,
    ...mergedLately(snapshot),
    `Facts from ${from}${cost}${complete ? '' : '. THE REPORT IS INCOMPLETE, and says so'}.`,
  ];
}

/** How many were merged in each of the last periods, when at least three are known. */
function mergedLately(snapshot: Snapshot): string[] {
  const counts = trend(snapshot).flatMap(({ pullsMerged }) => pullsMerged ?? []);
  if (counts.length < FEWEST) return [];
  const { kind } = snapshot.period;
  const unit = kind === 'range' ? 'period' : kind;
  const [before = 0, now = 0] = counts.slice(-2);
  return [
    `Merged in the last ${many(counts.length, unit)}: ${sparkline(counts)} (${now} now, ${before} the ${unit} before).`,
  ];
}

/** Empty for a source without issues: the project may still have some. */
function issuesShown({ knows, issues, moreIssues }: View): string {
  if (!knows.issues) return '';
  const more = moreIssues.length > 0 ? ` and ${moreIssues.length} more` : '';
  return `${many(issues.length, 'active issue')} shown${more}, `;
}
