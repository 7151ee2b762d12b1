import { loginPattern } from '../../item/login.ts';
import { mentionsIn } from '../../item/mention.ts';
import type { TextAnswer } from '../protocol.ts';
import { anatomyOf } from './entry/anatomy.ts';
import { appended, type Opening, openingOf } from './entry/joined.ts';
import { anatomyIn } from './join.ts';
import type { EditableText, TextEntry } from './text/editable-text.ts';
import { impossible } from './text/impossible.ts';
import { personLinkIn } from './text/link-style.ts';
import { linkedText } from './text/linked-text.ts';
import { TextChanges } from './text/text-changes.ts';

/** Names a person behind those that an entry credits. */
export function credit(text: EditableText, at: number, named: string): TextAnswer {
  const entry = text.entryAt(at);
  const login = loginOf(named);
  const link = personLinkIn(text, login);
  const changes = new TextChanges(text);
  if (link.definition) changes.define(link.definition);
  const { bullet } = entry;
  requireNew(text, entry, login);
  if (bullet.node.type === 'html') {
    const { value } = bullet.node;
    const end = bullet.start + endOfText(value);
    changes.edit({ start: end, end, text: ` @${login}` });
  } else {
    const anatomy = anatomyIn(text, entry);
    const atom = { kind: 'person' as const, key: login, start: 0, end: 0 };
    const person = { ...atom, markdown: link.markdown };
    changes.edit(...appended(anatomy, [], [person], openingIn(text, entry)));
  }
  return changes.answer(`Credited @${login} in ${text.nameOf(entry)}.`, { at: bullet.end });
}

/**
 * A login, with or without `@`, as it is written in Markdown.
 *
 * @throws {UsageError} `action-impossible`
 */
export function loginOf(named: string): string {
  const login = named.replace(/^@/, '').replace(/\[bot\]$/, '');
  if (loginPattern.test(login)) return login;
  throw impossible(`“${named}” is no login on GitHub. Choose a person, or type a login.`);
}

function requireNew(text: EditableText, entry: TextEntry, login: string): void {
  const anatomy = anatomyOf(linkedText(text, entry), entry.bullet);
  const { start, end } = entry.bullet;
  const linked = anatomy ? [...anatomy.people, ...anatomy.inWords] : [];
  const people = [
    ...linked.filter(({ kind }) => kind === 'person').map(({ key }) => key),
    ...mentionsIn(text.text.slice(start, end)).map((one) => one.login.toLowerCase()),
  ];
  if (people.includes(login.toLowerCase()))
    throw impossible(`${text.nameOf(entry)} already credits @${login}. Choose somebody else.`);
}

/** How the entries around it begin what follows their words. */
function openingIn(text: EditableText, entry: TextEntry): Opening | null {
  const at = text.entries.findIndex((one) => one.bullet === entry.bullet);
  const near = text.entries.slice(Math.max(0, at - MOST_NEAR), at + MOST_NEAR);
  for (const one of near) {
    const anatomy = anatomyOf(linkedText(text, one), one.bullet);
    if (anatomy && anatomy.people.length > 0) return openingOf(anatomy);
  }
  return null;
}

const MOST_NEAR = 20;

/** Where the closing tags of a list item, or of a row and its last cell, begin. */
function endOfText(html: string): number {
  let end = html.trimEnd().length;
  for (;;) {
    const tag = html.lastIndexOf('</', end - 1);
    if (tag < 0 || !/^<\/(?:li|tr|td|th|dt|dd)>$/i.test(html.slice(tag, end))) return end;
    end = html.slice(0, tag).trimEnd().length;
  }
}
