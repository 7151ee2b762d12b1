import { labelMatch, pathMatch, titleMatch } from '../categorise/match.ts';
import type { TriedChange } from './project.ts';
import type { ProposedSection } from './proposal.ts';

/** With fewer, the report would be one long list of what no section claims. */
const LEAST_SHARE = 1 / 3;

/** Whether the rules of the sections match enough of the changes to divide them. */
export function claimsEnough(
  sections: readonly ProposedSection[],
  changes: readonly TriedChange[],
): boolean {
  const claims = sections.map(compileClaim);
  const claimed = changes.filter((change) => claims.some((claim) => claim(change)));
  return claimed.length >= changes.length * LEAST_SHARE;
}

function compileClaim(section: ProposedSection): (change: TriedChange) => boolean {
  const labels = labelMatch(section.labels);
  const titles = titleMatch(section.titles);
  const paths = pathMatch(section.paths);
  return (change) => {
    if (change.labels.some((label) => labels(label) !== null)) return true;
    if (titles(change.title) !== null) return true;
    const matching = change.paths.filter((path) => paths(path) !== null).length;
    return matching > 0 && matching >= (section.share ?? 0) * change.paths.length;
  };
}
