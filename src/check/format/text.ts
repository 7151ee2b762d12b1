import { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';
import { visibleLine } from '../../markdown/plain-text.ts';
import type { CheckedFile } from './checked-file.ts';
import { gather } from './gather.ts';

/** The findings for a person to read, one a line, below the name of their file. */
export function formatText(checked: readonly CheckedFile[], { color }: { color: boolean }): string {
  const files = checked.map(({ path, findings }) => {
    const file = new VFile({ path: visibleLine(path) });
    for (const { message, place, rule, severity } of gather(findings)) {
      const reported = file.message(visibleLine(message), {
        place,
        ruleId: rule,
        source: 'devreport',
      });
      // As vfile distinguishes the three severities.
      reported.fatal = severity === 'info' ? undefined : severity === 'error';
    }
    return file;
  });
  return files.length === 0 ? '' : `${reporter(files, { color })}\n`;
}
