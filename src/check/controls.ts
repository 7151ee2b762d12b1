import type { Html, Root } from 'mdast';
import remarkMessageControl from 'remark-message-control';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { isRuleId, ruleIds } from '../config/rule-ids.ts';
import { nearest } from './edits.ts';
import { oneOf, quote } from './quote.ts';
import type { Report } from './report.ts';

/** Who says what the rules find. */
export const SOURCE = 'devreport';
/** What is said about the comments themselves; no rule, and never switched off. */
export const CONTROL_COMMENT = 'control-comment';

const comment = /^\s*<!--\s*lint(?=\s|-->)([^]*?)-->\s*$/;
const verbs = ['enable', 'disable', 'ignore'];

/**
 * The messages that are left by comments like `<!-- lint disable spelling -->` (from there on),
 * `<!-- lint enable spelling -->` and `<!-- lint ignore spelling -->` (of the next block), and one
 * about whatever means nothing in such a comment.
 */
export function applyControls(
  { file, tree }: Report,
  messages: readonly VFileMessage[],
): VFileMessage[] {
  const controlled = new VFile({ value: file.value });
  controlled.messages = [...messages];
  const copy = structuredClone(tree);
  const slips = withoutSlips(copy, file.path);
  fillGaps(copy);
  remarkMessageControl({ name: 'lint', source: SOURCE })(copy, controlled);
  return [...controlled.messages, ...slips];
}

/** Takes comments with an unknown verb out of the tree, as the plugin stops at one, and tells what means nothing. */
function withoutSlips(tree: Root, path: string): VFileMessage[] {
  const slips: VFileMessage[] = [];
  visit(tree, 'html', (node) => {
    const words = comment.exec(node.value)?.[1]?.trim().split(/\s+/);
    if (!words) return;
    const [verb = '', ...rules] = words;
    if (!verbs.includes(verb)) {
      const said = verb === '' ? '' : `, not ${quote(verb)}`;
      slips.push(slip(node, `A lint comment says ${oneOf(verbs.map(quote))}${said}.`, path));
      node.value = '';
      return;
    }
    for (const rule of rules.filter((id) => !isRuleId(id))) {
      const near = nearest(rule, ruleIds).map(quote);
      const hint = near.length > 0 ? `; did you mean ${oneOf(near)}?` : '.';
      slips.push(slip(node, `There is no rule ${quote(rule)}${hint}`, path));
    }
  });
  return slips;
}

function slip({ position }: Html, reason: string, path: string): VFileMessage {
  const message = new VFileMessage(reason, {
    ...(position && { place: position }),
    ruleId: CONTROL_COMMENT,
    source: SOURCE,
  });
  message.file = path;
  message.fatal = false;
  return message;
}

/**
 * Makes the tree one that the plugin drops no message of. It does where it sees a gap in the
 * document, and takes for one what has no position, as some text beside an autolink, and what stands
 * behind the last text. So who has a child without position is left without any, and a last text is
 * put in.
 */
function fillGaps(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node) || node.children.every(({ position }) => position)) return;
    Reflect.deleteProperty(node, 'children');
  });
  const end = tree.position?.end;
  if (end) tree.children.push({ type: 'html', value: '', position: { start: end, end } });
}
