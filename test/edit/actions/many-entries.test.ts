import { expect, test } from 'vitest';
import { actOnText, type TextAction } from '../../../src/edit/actions/act-on-text.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { readReport } from '../../../src/report/report.ts';
import { link, plainDesk } from './plain.ts';
import { isThorough } from '../../support/runs.ts';

/** Sections with as many entries each. */
function reportOf(sections: number, entries: number): string {
  const parts = Array.from({ length: sections }, (_, section) => {
    const lines = Array.from({ length: entries }, (_, index) => {
      const number = 10 + section * entries + index;
      return `- Change ${String(number)} ${link(number)} @octo.`;
    });
    return `## Part ${String(section)}\n\n${lines.join('\n')}\n`;
  });
  return `# Report\n\n${parts.join('\n')}`;
}

test.runIf(isThorough)(
  '2,600 entries are no work that grows with their square',
  { timeout: 60_000 },
  () => {
    const text = reportOf(20, 130);
    const report = readReport({ path: 'report.md', text });
    const at = text.indexOf('Change 1300');
    const actions: TextAction[] = [
      { do: 'move', at, to: 'Part 19' },
      { do: 'move-before', at, before: text.indexOf('Change 20 ') },
      { do: 'move-by', at, by: 1 },
      { do: 'move-to-new', at, title: 'New' },
      { do: 'join', at, other: text.indexOf('Change 2000') },
      { do: 'take-out', at },
      { do: 'bring-back', item: 'acme/widgets#2', to: 'Part 3' },
      { do: 'highlight', at },
      { do: 'credit', at, login: 'ann' },
      { do: 'insert-item', at, end: at, item: 'acme/widgets#9' },
      { do: 'insert-person', at, end: at, login: 'ann' },
    ];
    for (const action of actions) {
      const { edits, select } = actOnText(report, action, plainDesk);
      const after = applyEdits(text, edits);
      // Never the whole text.
      expect(edits.length, action.do).toBeLessThanOrEqual(5);
      for (const edit of edits) expect(edit.end - edit.start, action.do).toBeLessThan(200);
      expect(select.end, action.do).toBeLessThanOrEqual(after.length);
      expect(Math.abs(after.length - text.length), action.do).toBeLessThan(200);
    }
  },
);
