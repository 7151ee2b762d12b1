import type {
  Code,
  Construct,
  ConstructRecord,
  Effects,
  Extension,
  TokenizeContext,
} from 'micromark-util-types';
import { DocumentMeter } from './document-meter.ts';
import { ParsingBudget } from './parsing-budget.ts';
import { TextMeter } from './text-meter.ts';

/** As micromark codes them: CR, LF and CRLF. */
const lineEndings = [-5, -4, -3];

/**
 * An extension of micromark that ends its parser when a text has more levels or takes more steps
 * than the limits allow.
 *
 * micromark is linear in most of what it does, but not where it looks back at everything before or
 * ahead at everything behind. The constructs of this extension are tried in these places, match
 * nothing, and take the steps from the budget of the parser.
 */
export const parsingLimits: Extension = {
  document: {
    ...at(codesOf('*+-0123456789>['), measureContainers),
    null: [construct(measureContainers)],
  },
  flow: at(codesOf('-='), measureSetextHeading),
  text: {
    // Not at backticks: micromark relies on trying nothing behind the first of several.
    ...at([...codesOf('!&*<[\\_~'), ...lineEndings], measureText),
    ...at(codesOf(']'), (context, effects) => {
      TextMeter.of(context, effects).measureLabelEnd();
    }),
    // Addresses that link themselves.
    ...at(codesOf('HWhw'), measureText, isBoundary),
  },
};

type Measure = (context: TokenizeContext, effects: Effects) => void;

function measureContainers(context: TokenizeContext, effects: Effects): void {
  DocumentMeter.of(context, effects).measure();
}

/** For an underlined heading micromark copies the events of the blocks beside it. */
function measureSetextHeading(context: TokenizeContext): void {
  ParsingBudget.of(context.parser).spend(context.events.length / 4, context.now().line);
}

function measureText(context: TokenizeContext, effects: Effects): void {
  TextMeter.of(context, effects).measure();
}

function at(
  codes: readonly number[],
  measure: Measure,
  previous?: Construct['previous'],
): ConstructRecord {
  const one = construct(measure, previous);
  return Object.fromEntries(codes.map((code) => [code, one]));
}

function codesOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0));
}

function construct(measure: Measure, previous?: Construct['previous']): Construct {
  return {
    // Or micromark would take it for the construct that it is in.
    partial: true,
    ...(previous && { previous }),
    tokenize(effects, _ok, nok) {
      measure(this, effects);
      return nok;
    },
  };
}

/** Not inside a word: micromark would try every letter of it. */
function isBoundary(code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}
