import { plainText } from '../markdown/plain-text.ts';
import type { Report } from '../revise/report.ts';
import { type Fresh, revise, type ReviseOptions, type Revision } from '../revise/revise.ts';

/** The existing report with what is new, and what to tell of it; or the draft, where there is none. */
export function reviseExisting(
  existing: string | null,
  fresh: Fresh,
  options: ReviseOptions,
): { text: string; told: string } {
  // An empty file holds nobody's words.
  if (existing === null || existing.trim() === '') return { text: fresh.draft(), told: '' };
  const revision = revise(existing, fresh, options);
  return { text: revision.text, told: tell(revision, existing) };
}

const stories: [keyof Report, string][] = [
  ['added', 'added'],
  ['refreshed', 'refreshed, unedited until now'],
  ['kept', 'kept in your words'],
  ['changed', 'to look at: changed since, and left as they are'],
  ['gone', 'to look at: not in the draft any more, and left where they are'],
  ['unseen', 'left where they are: the facts are incomplete, and lack them'],
  ['dropped', 'taken out: never edited, and not in the draft any more'],
  ['leftOut', 'left out, deleted by you'],
];

/** How many items a line names before it only counts them. */
const NAMED = 12;

function tell({ text, report }: Revision, existing: string): string {
  const lines = stories.flatMap(([part, story]) => {
    const items = report[part];
    if (items.length === 0) return [];
    const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : '';
    return [
      `${items.length} ${story}: ${items.slice(0, NAMED).map(plainText).join(', ')}${more}\n`,
    ];
  });
  return [
    ...lines,
    ...(text === existing ? ['Nothing new: the report stays as it is.\n'] : []),
  ].join('');
}
