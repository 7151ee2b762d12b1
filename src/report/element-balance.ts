import { Tokenizer, type TokenHandler } from 'parse5';

/** Elements without an end tag, or with one that may be left out. */
const UNCLOSED = new Set(
  (
    'area base br col embed hr img input link meta source track wbr ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rp rt'
  ).split(' '),
);

/** How many elements a block of HTML closes that others opened, and how many it leaves open. */
export function elementBalance(html: string): { closes: number; opens: number } {
  let closes = 0;
  let opens = 0;
  // Most blocks are comments for the editor.
  if (!/<\/?[a-z]/i.test(html)) return { closes, opens };
  const nothing = () => undefined;
  const handler: TokenHandler = {
    onStartTag({ tagName, selfClosing }) {
      if (!selfClosing && !UNCLOSED.has(tagName)) opens += 1;
    },
    onEndTag({ tagName }) {
      if (UNCLOSED.has(tagName)) return;
      if (opens > 0) opens -= 1;
      else closes += 1;
    },
    onComment: nothing,
    onDoctype: nothing,
    onEof: nothing,
    onCharacter: nothing,
    onNullCharacter: nothing,
    onWhitespaceCharacter: nothing,
  };
  new Tokenizer({}, handler).write(html, true);
  return { closes, opens };
}
