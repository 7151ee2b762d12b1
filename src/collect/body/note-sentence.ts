const LIST_MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;
const CHECK_BOX = /^\[[ xX]\](?:\s|$)/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const TABLE_ROW = /^[ \t]*\|/;
const TAG =
  /<\/?(?:a|b|blockquote|br|code|details|div|em|h[1-6]|hr|i|img|kbd|li|ol|p|picture|pre|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul|video)(?:\s[^<>]*)?\/?>/i;

/**
 * A text that somebody wrote as a note for readers, as sentences on one line, with code in backticks
 * and without other Markdown. Empty when it is no sentence: HTML, a table, a check list, a heading, or
 * words that say that there is no note.
 */
export function noteSentence(text: string): string {
  const lines = text.replace(/<!--[^]*?(?:-->|$)/g, '').split('\n');
  if (lines.some((line) => TABLE_ROW.test(line)) || TAG.test(withoutCode(lines.join('\n'))))
    return '';
  const items: string[] = [];
  for (const line of lines) {
    if (HEADING.test(line)) items.push('');
    else if (LIST_MARKER.test(line) || items.length === 0)
      items.push(line.replace(LIST_MARKER, ''));
    else items.push(`${items.pop() ?? ''} ${line}`);
  }
  return joinSentences(
    items
      .map((item) => item.replace(/\s+/g, ' ').trim())
      .filter((item) => !CHECK_BOX.test(item))
      .map(withoutMarkup)
      .filter(isSentence),
  );
}

/** Sentences one after the other; behind one without a full stop comes a semicolon. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences
    .map((sentence, index) => {
      const isLast = index === sentences.length - 1;
      return isLast || /[.!?…][)"'’”]?$/.test(sentence)
        ? sentence
        : `${sentence.replace(/[;,]$/, '')};`;
    })
    .join(' ');
}

function withoutCode(text: string): string {
  return text.replace(/`[^`\n]*`/g, '`');
}

/** Links and bold text as their words, without pictures; code as it is. */
function withoutMarkup(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith('`')
        ? part
        : part
            .replace(/!\[[^[\]]*\]\([^()\s]*\)/g, '')
            .replace(/\[([^[\]]+)\]\([^()\s]*\)/g, '$1')
            .replace(/\*\*([^*]+)\*\*/g, '$1')
            .replace(/<(https?:[^<>\s]+)>/g, '$1'),
    )
    .join('')
    .trim();
}

const FILLER =
  /(?:a|add|all|any|applicable|at|behaviou?r|behaviou?ral|breaking|change|changelog|changes|ci|cleanup|code|docs|documentation|entries|entry|facing|for|functional|here|impact|in|internal|is|it|just|log|necessary|needed|new|note|notes|only|pr|public|pull|refactor|refactoring|relevant|release|report|request|required|so|tests|the|there|this|to|user|users|visible|was|yet)/
    .source;
/** What people write where there is nothing to say, in small letters and without punctuation. */
const NO_NOTE = [
  /^(?:blank|ditto|empty|n ?a|nil|null|skip|skipped|tba|tbd|to ?do|wip|x+)$/,
  new RegExp(`^(?:no|none|non|not|nothing|n a)(?: ${FILLER})*$`),
  /^(?:as|same|same as|see)(?: (?:above|as|below|commit|commits|description|in|message|pr|pull|request|subject|the|this|title))+$/,
  /^(?:please )?(?:add|describe|enter|fill|insert|provide|put|write)\b.*\b(?:below|here)\b/,
];

function isSentence(item: string): boolean {
  const isInstruction = /^([_*])[^_*]+\1$/.test(item);
  const words = item
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const isAddress = /^\S*:\/\/\S*$/.test(item);
  return words !== '' && !isInstruction && !isAddress && !NO_NOTE.some((none) => none.test(words));
}
