/** Blocks in blocks, and calls in calls. */
const DEEPEST = 50;

const steps =
  /(?<block>\{\{~?[#^](?!\}))|(?<otherwise>\{\{~?\s*else\s+\w)|(?<end>\{\{~?\/)|(?<call>\()|(?<callEnd>\))|\}\}|\n/g;

/**
 * The line on which a template nests deeper than any needs, found without recursion, in which deeper
 * ones would exhaust the stack; null when it does nowhere.
 */
export function tooNestedLine(source: string): number | null {
  let line = 1;
  let calls = 0;
  let depth = 0;
  /** The depths outside the open blocks: with `{{else if}}`, several blocks end as one. */
  const outside: number[] = [];
  for (const { 0: step, groups } of source.matchAll(steps)) {
    if (step === '\n') line += 1;
    if (groups?.['block'] !== undefined) outside.push(depth++);
    else if (groups?.['otherwise'] !== undefined) depth += 1;
    else if (groups?.['end'] !== undefined) depth = outside.pop() ?? 0;
    else if (groups?.['call'] !== undefined) calls += 1;
    else if (groups?.['callEnd'] !== undefined) calls = Math.max(0, calls - 1);
    else if (step === '}}') calls = 0;
    if (Math.max(depth, calls) > DEEPEST) return line;
  }
  return null;
}
