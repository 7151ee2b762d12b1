import type { Report } from '../../report/report.ts';
import type { TextAnswer, DeskAction } from '../protocol.ts';
import { bringBack } from './bring-back.ts';
import { deleteComment, write } from './comments.ts';
import { credit } from './credit.ts';
import { highlight } from './highlight.ts';
import { insertItem, insertPerson } from './insert-link.ts';
import { joinEntries } from './join.ts';
import { moveBy } from './move-by.ts';
import { moveToNew } from './move-to-new.ts';
import { moveBefore, moveTo } from './move.ts';
import { split } from './split.ts';
import { takeOut } from './take-out.ts';
import { type ActionDesk, EditableText } from './text/editable-text.ts';

/** The actions that a text and its desk are enough for. */
export type TextAction = Exclude<DeskAction, { do: 'adopt' | 'accept' | 'dismiss' }>;

/**
 * The edits that an action of the editor makes.
 *
 * @throws {UsageError} `action-impossible`, with what to do instead
 */
export function actOnText(report: Report, action: TextAction, desk: ActionDesk): TextAnswer {
  const text = new EditableText(report, desk);
  switch (action.do) {
    case 'move':
      return moveTo(text, action.at, action.to);
    case 'move-before':
      return moveBefore(text, action.at, action.before);
    case 'move-by':
      return moveBy(text, action.at, action.by);
    case 'move-to-new':
      return moveToNew(text, action.at, action.title);
    case 'join':
      return joinEntries(text, action.at, action.other);
    case 'split':
      return split(text, action.at);
    case 'take-out':
      return takeOut(text, action.at);
    case 'bring-back':
      return bringBack(text, action.item.toLowerCase(), action.to);
    case 'highlight':
      return highlight(text, action.at);
    case 'credit':
      return credit(text, action.at, action.login);
    case 'insert-item':
      return insertItem(text, { start: action.at, end: action.end }, action.item);
    case 'insert-person':
      return insertPerson(text, { start: action.at, end: action.end }, action.login);
    case 'write':
      return write(text, action.at);
    case 'delete-comment':
      return deleteComment(text, action.at);
  }
}
