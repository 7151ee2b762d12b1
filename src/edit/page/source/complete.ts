import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { act } from '../act.ts';
import { facts, reading } from '../state.ts';

/** Items that are in the report already come after the others. */
const LATER = -50;

/** `#` offers the period's items, `@` its people: the server writes the link as the report has its links. */
export const completeReferences: CompletionSource = (context) =>
  offer(context, /(?<![\w#/&])#[\w-]*$/, items) ?? offer(context, /(?<![\w@/])@[\w-]*$/, people);

/** After `## `, the sections of the draft. */
export const completeSections: CompletionSource = (context) => {
  const { from, text } = context.matchBefore(/^#{2,6} .*$/) ?? {};
  if (from === undefined || text === undefined) return null;
  const there = new Set(reading.value?.sections.map(({ title }) => title));
  const drafted = new Set(facts.value?.items.flatMap(({ section }) => section ?? []));
  const options = [...drafted]
    .filter((title) => !there.has(title))
    .map((label) => ({ label, type: 'section' }));
  return { from: from + text.indexOf(' ') + 1, options, validFor: /^.*$/ };
};

function offer(
  context: CompletionContext,
  typed: RegExp,
  options: () => Completion[],
): CompletionResult | null {
  const word = context.matchBefore(typed);
  return word && { from: word.from, options: options(), validFor: /^[#@][\w-]*$/ };
}

function items(): Completion[] {
  const cited = new Set(reading.value?.cited);
  return (facts.value?.items ?? []).map(({ id, label, title }, index) => ({
    label: `${numbered(label)} ${title}`,
    displayLabel: label,
    detail: title,
    sortText: String(index).padStart(6, '0'),
    boost: cited.has(id) ? LATER : 0,
    type: cited.has(id) ? 'cited' : 'item',
    apply: (_view, _completion, at, end) => void act({ do: 'insert-item', at, end, item: id }),
  }));
}

function people(): Completion[] {
  return (facts.value?.people ?? []).map(({ login, name }) => ({
    label: `@${login} ${name ?? ''}`,
    displayLabel: `@${login}`,
    ...(name !== null && { detail: name }),
    type: 'person',
    apply: (_view, _completion, at, end) => void act({ do: 'insert-person', at, end, login }),
  }));
}

/** What is typed to find it: `#12` for `owner/name#12`, too. */
function numbered(label: string): string {
  const hash = label.indexOf('#');
  return hash > 0 ? `${label.slice(hash)} ${label}` : hash === 0 ? label : `#${label}`;
}
