import { actOnText, type TextAction } from '../../../src/edit/actions/act-on-text.ts';
import type { ActionDesk } from '../../../src/edit/actions/text/editable-text.ts';
import type { FactItem } from '../../../src/edit/protocol.ts';
import { applyEdits } from '../../../src/markdown/edit.ts';
import { readReport } from '../../../src/report/report.ts';

/** Actions without their offsets: `at` is the place of a text in the report. */
type Spoken<Action> = Action extends { at: number }
  ? Omit<Action, 'at' | 'before' | 'other' | 'end'> & {
      at: string;
      before?: string;
      other?: string | null;
    }
  : Action;

/** What is known about a few items of acme/widgets, without drafts. */
export const plainDesk: ActionDesk = {
  server: 'https://github.com',
  home: 'acme/widgets',
  highlights: null,
  drafts: null,
  facts: {
    items: [
      fact(1, 'pull', 'Add a dial', 'octo'),
      fact(2, 'pull', 'Fix the *lever*', 'mona'),
      fact(9, 'issue', 'It squeaks', 'octo'),
    ],
    people: [{ login: 'octo', name: null }],
    repositories: ['acme/widgets', 'acme/docs'],
    complete: true,
    missing: [],
    source: 'GitHub',
    collectedAt: null,
    problem: null,
  },
};

function fact(number: number, kind: 'pull' | 'issue', title: string, login: string): FactItem {
  return {
    id: `acme/widgets#${String(number)}`,
    label: `#${String(number)}`,
    url: `https://github.com/acme/widgets/${kind === 'pull' ? 'pull' : 'issues'}/${String(number)}`,
    ...{ kind, title, state: 'unknown', list: 'merged', section: 'Core' },
    people: [{ login, name: login, did: [] }],
    ...{ why: [], labels: [], files: null, note: null, body: null },
  };
}

/** `[#1](…)` */
export function link(number: number, kind = 'pull'): string {
  return `[#${String(number)}](https://github.com/acme/widgets/${kind}/${String(number)})`;
}

/** The text after an action; what is selected is between two bars in `shown`. */
export function acted(text: string, action: Spoken<TextAction>, desk = plainDesk) {
  const offset = (of: string | null | undefined) =>
    typeof of === 'string' ? text.indexOf(of) : null;
  const spoken = { ...action } as Record<string, unknown>;
  for (const key of ['at', 'before', 'other'])
    if (key in spoken) spoken[key] = offset(spoken[key] as string | null);
  if ('at' in action) spoken['end'] = text.indexOf(action.at) + action.at.length;
  const report = readReport({ path: 'report.md', text });
  const answer = actOnText(report, spoken as TextAction, desk);
  const after = applyEdits(text, answer.edits);
  const { start, end } = answer.select;
  const shown = `${after.slice(0, start)}|${after.slice(start, end)}|${after.slice(end)}`;
  return { ...answer, text: after, shown };
}
