import { Lexer, LineCounter, Parser } from 'yaml';

/** Lists and mappings around a value, with the keys between them. */
const DEEPEST = 50;

/**
 * The line on which lists and mappings nest deeper than any program needs, found without recursion, in
 * which deeper ones would exhaust the stack; null when none does.
 */
export function tooDeepLine(text: string): number | null {
  const lines = new LineCounter();
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    // The parser only goes on as its tokens are taken.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST) return Math.max(1, lines.lineStarts.length);
  }
  return null;
}
