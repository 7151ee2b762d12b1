import { unusedBranchGlobs } from '../../categorise/unused-branch-globs.ts';
import { entryTexts } from '../../compose/entry-text.ts';
import type { Config } from '../../config/schema/schema.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { mergedInside } from '../../snapshot/merged-inside.ts';
import type { Snapshot, Warning } from '../../snapshot/schema.ts';
import type { WarningCode } from '../../snapshot/warnings.ts';

/** What in the config does not fit the facts of the period. */
export function configWarnings(snapshot: Snapshot, config: Config): Warning[] {
  return [
    ...unusedBranchGlobs(snapshot, config).map((glob) =>
      warning(
        'branches-unused',
        `“${glob}” of branches.default in the config matches no branch of the period.`,
      ),
    ),
    ...emptiedTitles(snapshot, config),
  ];
}

/** The titles of which text.strip would leave nothing, and which stay whole. */
function emptiedTitles({ pullRequests, period }: Snapshot, { text }: Config): Warning[] {
  if (text.strip.length === 0) return [];
  const textOf = entryTexts(text);
  return mergedInside(pullRequests, period).flatMap(({ repository, number, title, note }) =>
    textOf({ title, note, fallback: '-' }, null).emptied.map((pattern) =>
      warning(
        'title-emptied',
        `“${pattern}” of text.strip in the config would leave nothing of the title of ${repository}#${String(number)}, “${plainText(title)}”; it stays whole.`,
      ),
    ),
  );
}

function warning(code: WarningCode, message: string): Warning {
  return { code, message };
}
