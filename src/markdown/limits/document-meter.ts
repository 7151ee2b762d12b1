import type { Effects, Event, TokenizeContext } from 'micromark-util-types';
import { MOST_LEVELS } from './nesting.ts';
import { ParsingBudget } from './parsing-budget.ts';
import { MarkdownTooComplex } from './too-complex.ts';

/** How far the containers of a document are measured. */
interface Measured {
  /** The number of its events. */
  events: number;
  line: number;
  /** The containers that the line has opened so far. */
  opened: number;
}

const measuredBy = new WeakMap<Effects, Measured>();

/**
 * Measures the quotes, lists and footnotes of a document, at the start of each line and of each
 * container. Where a container ends before the document's other ones do, micromark copies all events.
 */
export function measureContainers(context: TokenizeContext, effects: Effects): void {
  const { events, parser } = context;
  const { line } = context.now();
  const before = measuredBy.get(effects) ?? { events: 0, line, opened: 0 };
  const opened = line === before.line ? before.opened + 1 : 0;
  // Micromark calls itself for each of them, until no stack is left.
  if (opened > MOST_LEVELS) throw new MarkdownTooComplex('levels', line);
  measuredBy.set(effects, { events: events.length, line, opened });
  const added = events.slice(before.events);
  if (added.length === 0) return;
  const nested = added.filter((event, index) => isNested(event, events[before.events + index - 1]));
  const budget = ParsingBudget.of(parser);
  budget.spend(nested.length * events.length, line);
  const last = events.at(-1)?.[1];
  if (last?._tokenizer && parser.lazy[last.start.line] === true) {
    // Either the line ended a container, or micromark looked for the paragraph that it goes on with.
    budget.spend(events.length + last._tokenizer.events.length, line);
  }
}

/** Whether an event opens a container behind the marker or the indentation of another one. */
function isNested([kind, token]: Event, before: Event | undefined): boolean {
  if (kind !== 'enter' || token._container !== true || !before) return false;
  return before[1].type !== 'chunkFlow' && before[1]._container !== true;
}

/** Measures an underlined heading, for which micromark copies the events of all the blocks beside it. */
export function measureSetextHeading(context: TokenizeContext): void {
  ParsingBudget.of(context.parser).spend(context.events.length / 4, context.now().line);
}
