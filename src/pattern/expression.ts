import regjsparser, { type RootNode } from 'regjsparser';
import { automatonOf } from './automaton.ts';
import { matchEnd } from './match-end.ts';
import { type ParsedPattern, parsePattern, UnsupportedSyntax } from './parsed-pattern.ts';
import {
  anything,
  choice,
  endOfText,
  literal,
  type Neighbour,
  type Pattern,
  repeat,
  sequence,
  startOfText,
  unit,
} from './pattern.ts';

/**
 * A regular expression in JavaScript's syntax, ignoring case. What only a backtracking engine can do
 * is not supported: looking ahead or behind, and references to groups.
 */
export function parseExpression(source: string): ParsedPattern {
  return parsePattern(source, 'a regular expression', (text) =>
    anywhere(patternOf(regjsparser.parse(text, '', features))),
  );
}

/**
 * A function that gives the length of what an expression matches at the start of a text, as in
 * JavaScript, or null where it matches nothing there.
 *
 * @throws {Error} for an expression in which `parseExpression` finds a problem
 */
export function expressionAtStart(source: string): (text: string) => number | null {
  const automaton = automatonOf(patternOf(regjsparser.parse(source, '', features)));
  if (!automaton) throw new Error(`too large: ${source}`);
  return (text) => matchEnd(automaton, text);
}

function anywhere(pattern: Pattern): Pattern {
  const isAtStart = pattern.kind === 'sequence' && pattern.parts[0] === startOfText;
  return isAtStart ? pattern : sequence(anything, pattern);
}

const features = { namedGroups: true, lookbehind: true } as const;

function patternOf(node: RootNode<typeof features>): Pattern {
  switch (node.type) {
    case 'alternative':
      return sequence(...node.body.map(patternOf));
    case 'disjunction':
      return choice(...node.body.map(patternOf));
    case 'quantifier':
      return repeat(patternOf(node.body[0]), node.min, node.max ?? Infinity, !node.greedy);
    case 'group':
      if (node.behavior === 'normal' || node.behavior === 'ignore')
        return sequence(...node.body.map(patternOf));
      throw new UnsupportedSyntax(`${node.raw} looks around; write only what should match`);
    case 'reference':
      throw new UnsupportedSyntax(`${node.raw} refers to a group; repeat what the group has`);
    case 'anchor':
      return anchors[node.kind];
    case 'value':
      return literal(String.fromCodePoint(node.codePoint), 'i');
    case 'dot':
    case 'characterClass':
    case 'characterClassEscape':
      return unit(node.raw, 'i');
  }
}

const isBoundary = (before: Neighbour, after: Neighbour) =>
  (before === 'word') !== (after === 'word');

const anchors: Record<'start' | 'end' | 'boundary' | 'not-boundary', Pattern> = {
  start: startOfText,
  end: endOfText,
  boundary: { kind: 'edge', holds: isBoundary },
  'not-boundary': { kind: 'edge', holds: (before, after) => !isBoundary(before, after) },
};
