import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/markdown/processor.ts';

// As the filters of html-pipeline find them, which GitHub published: in texts outside of code and links.
const MENTION = /(?:^|\W)@[a-z\d][a-z\d-]*(?:\/[a-z\d][\w-]*)?(?=\.+[ \t\W]|\.+$|[^\w.]|$)/i;
const REFERENCE = /(?:^|\W)(?:[\w.-]+\/[\w.-]+)?#\d+\b|\bGH-\d+\b/i;
const HASH = /(?<![\w])[\da-f]{7,40}(?![\w])/i;
const ADDRESS =
  /^https?:\/\/[^/]+\/[\w.-]+\/[\w.-]+\/(?:(?:issues|pull|discussions)\/\d+|commit\/[\da-f]{7})/i;

/** What a text in a conversation on GitHub would notify somebody of, or refer to. */
export function notifiedIn(text: string): string[] {
  const found: string[] = [];
  const root = parseMarkdown(text);
  const look = (value: string) => {
    for (const expression of [MENTION, REFERENCE, HASH]) {
      const match = expression.exec(value);
      if (match) found.push(match[0]);
    }
  };
  visit(root, (node, _, parent) => {
    if (node.type === 'text' && parent?.type !== 'link') look(node.value);
    if ((node.type === 'link' || node.type === 'image') && ADDRESS.test(node.url))
      found.push(node.url);
    // Comments show nothing; other HTML would.
    if (node.type === 'html' && !/^<!--.*-->$/s.test(node.value)) found.push(node.value);
  });
  return found;
}
