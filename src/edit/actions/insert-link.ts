import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { isCommitKey } from '../../item/item-id.ts';
import { itemKeyPattern } from '../../item/qualified-item.ts';
import { encloses, spanOf } from '../../markdown/span.ts';
import type { TextAnswer } from '../protocol.ts';
import { loginOf } from './credit.ts';
import type { EditableText } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { itemLinkIn, personLinkIn, type StyledLink } from './text/link-style.ts';
import { TextChanges } from './text/text-changes.ts';

interface Typed {
  start: number;
  end: number;
}

/** Writes a link to an item in place of what was typed. */
export function insertItem(text: EditableText, typed: Typed, item: string): TextAnswer {
  const key = item.toLowerCase();
  if (!itemKeyPattern.test(key))
    throw impossible(`“${item}” is no issue or pull request. Choose one from the list.`);
  const label = text.labelOf(key);
  const url = text.facts.get(key)?.url ?? '';
  const plain = isCommitKey(key) && url !== '' ? url : label;
  return insert(
    text,
    typed,
    itemLinkIn(text, key, typedIn(text, typed)),
    plain,
    `Inserted ${label}.`,
  );
}

/** Writes a person in place of what was typed. */
export function insertPerson(text: EditableText, typed: Typed, named: string): TextAnswer {
  const login = loginOf(named);
  return insert(
    text,
    typed,
    personLinkIn(text, login, typedIn(text, typed)),
    `@${login}`,
    `Inserted @${login}.`,
  );
}

function typedIn({ text }: EditableText, { start, end }: Typed): string {
  return text.slice(start, end);
}

function insert(
  text: EditableText,
  { start, end }: Typed,
  link: StyledLink,
  plain: string,
  said: string,
): TextAnswer {
  const { report } = text;
  const length = report.text.length;
  if (!(start >= 0 && start <= end && end <= length))
    throw impossible('The text has changed since. Type it again.');
  const changes = new TextChanges(text);
  const isPlain = isOutsideOfText(report.root, { start, end });
  if (link.definition && !isPlain) changes.define(link.definition);
  const [before, after] = [report.text[start - 1] ?? '', report.text[end] ?? ''];
  // An image, the second half of a reference, or an escaped bracket would be another thing.
  const gap = /^[!\]\\]$/.test(before) && link.markdown.startsWith('[') ? ' ' : '';
  const isEnded = !link.isReference || !/^[([:]$/.test(after);
  const written = isPlain ? plain : gap + link.markdown + (isEnded ? '' : '[]');
  changes.edit({ start, end, text: written });
  const answer = changes.answer(said, { text: written, isWhole: true });
  return { ...answer, select: { start: answer.select.end, end: answer.select.end } };
}

/** Whether a place is in code, in HTML, in front matter or in another link, where Markdown is no link. */
function isOutsideOfText(root: Nodes, typed: Typed): boolean {
  let isOutside = false;
  visit(root, (node) => {
    const span = spanOf(node);
    if (!span || !encloses(span, typed)) return;
    const isAtEdge = span.start === typed.start || span.end === typed.end;
    if (node.type === 'yaml' || node.type === 'code') isOutside = true;
    if (
      !isAtEdge &&
      ['inlineCode', 'html', 'link', 'linkReference', 'definition'].includes(node.type)
    )
      isOutside = true;
  });
  return isOutside;
}
