import type { Root } from 'mdast';
import remarkMessageControl from 'remark-message-control';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { plainText } from '../markdown/plain-text.ts';
import type { Report } from './report.ts';

/** Who says what the rules find. */
export const SOURCE = 'devreport';
/** What is said about the comments themselves; no rule, and never switched off. */
export const CONTROL_COMMENT = 'control-comment';

/**
 * The messages that are left by comments like `<!-- lint disable spelling -->` (from there on),
 * `<!-- lint enable spelling -->` and `<!-- lint ignore spelling -->` (of the next block), and one
 * about each comment that means nothing. A comment with an unknown verb leaves all of them.
 */
export function applyControls(
  { file, tree }: Report,
  messages: readonly VFileMessage[],
  ruleIds: readonly string[],
): VFileMessage[] {
  const controlled = new VFile({ value: file.value });
  controlled.messages = [...messages];
  try {
    remarkMessageControl({ name: 'lint', source: SOURCE, known: [...ruleIds] })(
      withoutGaps(tree),
      controlled,
    );
  } catch (error) {
    // The message about it is among the others by now.
    if (!(error instanceof VFileMessage)) throw error;
  }
  return controlled.messages.map((message) =>
    message.source === SOURCE ? message : aboutComment(message, file.path),
  );
}

/** What the plugin says holds words of the comment, which can be anything. */
function aboutComment({ reason, place }: VFileMessage, path: string): VFileMessage {
  const message = new VFileMessage(plainText(reason), {
    ...(place && { place }),
    ruleId: CONTROL_COMMENT,
    source: SOURCE,
  });
  message.file = path;
  message.fatal = false;
  return message;
}

/**
 * The tree as the plugin needs it. It drops messages where it sees a gap in the document, and takes
 * for one what has no position, as some text beside an autolink, and what stands behind the last
 * text. So who has a child without position is left without any, and a last text is put in.
 */
function withoutGaps(tree: Root): Root {
  const copy = structuredClone(tree);
  visit(copy, (node) => {
    if (!('children' in node) || node.children.every(({ position }) => position)) return;
    Reflect.deleteProperty(node, 'children');
  });
  const end = tree.position?.end;
  if (end) copy.children.push({ type: 'html', value: '', position: { start: end, end } });
  return copy;
}
