import type { ItemMemory } from '../report/record/record.ts';

const words: Record<ItemMemory['state'], RegExp> = {
  open: stating('(?:re)?open(?:ed)?'),
  closed: stating('closed'),
  not_planned: stating('closed|not planned'),
  duplicate: stating('closed|duplicate'),
  unmerged: stating('closed|unmerged|not merged|without being merged'),
  merged: stating('merged'),
  unknown: /^/,
};

/**
 * Whether a text says clearly that an item is in a state now. The word has to end its clause, or to stand
 * before a preposition or an item: a “closed list” says nothing. Nor does a question, a condition or a
 * negation. Where that is wrong, the change is named once too often, which costs less than silence.
 */
export function saysState(text: string, state: ItemMemory['state']): boolean {
  return clausesOf(text).some((clause) => words[state].test(clause) && !clause.endsWith('?'));
}

/** With the punctuation behind them. */
function clausesOf(text: string): string[] {
  return text.match(/[^.,;:!?()[\]–—]+[.,;:!?()[\]–—]?/g) ?? [];
}

function stating(word: string): RegExp {
  const doubt = String.raw`^(?!.*\b(?:not(?! (?:planned|merged))|never|no|be|if|until|unless|once|when|whether|should|to)\b|.*n['’]t\b)`;
  const said = String.raw`\b(?:${word})(?= ?[^\w ]?$| ?[#@]| (?:[\w.-]+/[\w.-]+#|(?:as|by|in|of|on|with|without|again|now|since)\b))`;
  return new RegExp(`${doubt}.*${said}`, 'i');
}
