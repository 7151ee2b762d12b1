import { type Fresh, revise, type ReviseOptions } from '../../revise/revise.ts';
import { rerunStory, type Telling } from './rerun-summary.ts';

/** The existing report with what is new, and what to tell of it; or the draft, where there is none. */
export function reviseExisting(
  existing: string | null,
  fresh: Fresh,
  options: ReviseOptions & Omit<Telling, 'home'>,
): { text: string; told: string } {
  // An empty file holds nobody's words.
  if (existing === null || existing.trim() === '') return { text: fresh.draft(), told: '' };
  const { text, report, home } = revise(existing, fresh, options);
  const nothing = text === existing ? 'Nothing new: the report stays as it is.\n' : '';
  return { text, told: rerunStory(report, { ...options, home }) + nothing };
}
