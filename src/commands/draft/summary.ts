import type { View } from '../../compose/view.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { sortWarnings } from '../../snapshot/warnings.ts';
import { many } from '../terminal/many.ts';

/** Where facts come from, in words. */
export const sourceNames = {
  github: 'GitHub',
  git: 'a local clone',
  sample: 'the recorded sample',
} as const;

/**
 * The closing lines on stderr: the warnings, what the report holds, and what it took.
 *
 * @param asked the source as it was asked for; the name of a saved snapshot is told
 */
export function summary(view: View, snapshot: Snapshot, asked: string): string {
  const { collected, complete } = snapshot;
  const { missing, notes } = sortWarnings(snapshot);
  const { pullsMerged, contributors } = view.stats;
  const isFile = asked !== 'auto' && !(asked in sourceNames);
  const from = isFile ? plainText(asked) : sourceNames[collected.source];
  const cost =
    collected.requests > 0 && !isFile
      ? `, ${many(collected.requests, 'request')}, ${many(collected.points, 'point')}`
      : '';
  return [
    ...missing.map(({ message }) => `warning: ${plainText(message)}`),
    ...(notes.length > 0
      ? [
          `${many(notes.length, 'warning')} on what the source cannot know ${notes.length === 1 ? 'stands' : 'stand'} in the draft.`,
        ]
      : []),
    `${view.period.firstDay} to ${view.period.lastDay} (${view.period.timezone}): ` +
      `${many(pullsMerged, 'pull request')} merged, ${issuesShown(view)}${many(contributors, 'contributor')}` +
      `${view.excluded > 0 ? `, ${many(view.excluded, 'item')} left out by the config` : ''}.`,
    `Facts from ${from}${cost}${complete ? '' : '. THE REPORT IS INCOMPLETE, and says so'}.`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** A clone knows of none, which is not to say that there are none. */
function issuesShown({ source, issues, moreIssues }: View): string {
  if (source === 'git') return '';
  const more = moreIssues.length > 0 ? ` and ${moreIssues.length} more` : '';
  return `${many(issues.length, 'active issue')} shown${more}, `;
}
