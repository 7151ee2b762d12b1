import type { Link, Parents, Text } from 'mdast';
import { defaultHandlers, type Info, type SafeConfig, type State } from 'mdast-util-to-markdown';
import { isPlainAddress } from './github-syntax.ts';

declare module 'mdast' {
  interface LinkData {
    /** Whether a link that is its own text is to be written without brackets. */
    isBare?: boolean;
  }
}

/**
 * Backslashes that remark writes inside of words, though there they change nothing: no emphasis begins
 * or ends between two letters, and GitHub links addresses in spite of them.
 */
const unneeded = /(?<=[\w.+-])\\([@.:])(?=[\w./-])|(?<=[a-z\d])\\(_)(?=[a-z\d])/gi;

/** A backslash before a blank: where a formatter wraps the line there, it would break the line. */
const lastOfWord = /(?<!\\)(?:\\\\)*\\(?=\s|$)/g;

function text(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  return withFewerBackslashes(defaultHandlers.text(node, parent, state, info));
}

/** A text as Markdown that shows it, by remark's rules for what is around it. */
export function safeText(value: string, state: State, around: SafeConfig): string {
  return withFewerBackslashes(state.safe(value, around));
}

function withFewerBackslashes(written: string): string {
  return written.replace(unneeded, '$1$2').replace(lastOfWord, '$&\\');
}

function link(node: Link, parent: Parents | undefined, state: State, info: Info): string {
  const index = state.indexStack.at(-1) ?? 0;
  return parent && isBare(node) && isApart(parent, index)
    ? node.url
    : defaultHandlers.link(node, parent, state, info);
}

link.peek = defaultHandlers.link.peek;

/** How nodes are written differently than by remark. */
export const handlers = { link, text };

/** Also a link that was parsed from an address without brackets, where its text begins with it. */
function isBare({ url, children, data, position }: Link): boolean {
  const [label] = children;
  if (label?.type !== 'text' || label.value !== url || !isPlainAddress(url)) return false;
  const start = position?.start.offset;
  return data?.isBare ?? (start !== undefined && label.position?.start.offset === start);
}

/** Whether a link to its own text can be written without brackets between two texts. */
export function isBareBetween(link: Link, { before, after }: SafeConfig): boolean {
  return isBare(link) && mayPrecede.test(before) && mayFollow.test(after);
}

// Line endings and pipes are the ends of a paragraph or a cell.
const mayPrecede = /[\s("'|]$/;
const mayFollow = /^(?:[.,:?!)'"]*(?:\s|$)|\|)/;

/** Whether nothing but punctuation is between a link and the blanks around it. */
function isApart({ type, children }: Parents, index: number): boolean {
  if (!/^(?:paragraph|heading|tableCell)$/.test(type)) return false;
  const [before, after] = [children[index - 1], children[index + 1]];
  return (
    (!before || (before.type === 'text' && mayPrecede.test(before.value))) &&
    (!after || (after.type === 'text' && mayFollow.test(after.value)))
  );
}
