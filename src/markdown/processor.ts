import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { UsageError } from '../errors.ts';
import { parseAlike } from './alike/parse-alike.ts';
import { limitNesting, MOST_LEVELS } from './limits/nesting.ts';
import { MOST_STEPS } from './limits/parsing-budget.ts';
import { parsingLimits } from './limits/parsing-limits.ts';
import { MarkdownTooComplex } from './limits/too-complex.ts';
import { handlers } from './write-nodes.ts';
import { type Phrase, phrases, type Phrases } from './write-phrases.ts';

/** The one remark configuration: how devreport parses Markdown, and the style it writes. */
const processor = unified()
  .use(remarkParse)
  // Before that of GFM changes the tree with functions that call themselves.
  .data('fromMarkdownExtensions', [{ transforms: [limitNesting] }])
  .use(remarkGfm)
  .use(limitParsing)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '_',
    fences: true,
    handlers: { ...handlers, phrases },
    listItemIndent: 'one',
    rule: '-',
    strong: '*',
    // At the start of a file it would begin front matter.
    unsafe: [{ atBreak: true, character: '+', after: '\\+' }],
  })
  .freeze();

/** After those of GFM: micromark tries the constructs of later extensions first. */
function limitParsing(this: Processor): void {
  this.data().micromarkExtensions?.push(parsingLimits);
}

/**
 * The tree of a text, with positions.
 *
 * @param name of the file, for errors
 * @throws {UsageError} `markdown-too-complex`
 */
export function parseMarkdown(text: string, name = 'Markdown'): Root {
  try {
    return parseAlike(text, (part) => processor.parse(part));
  } catch (error) {
    if (!(error instanceof MarkdownTooComplex)) throw error;
    throw tooComplex(error, name);
  }
}

function tooComplex({ what, line }: MarkdownTooComplex, name: string): UsageError {
  const [message, hint] =
    what === 'levels'
      ? [
          `more than ${MOST_LEVELS} levels of quotes, lists, links and emphasis inside each other.`,
          'Use fewer levels there.',
        ]
      : [
          `reading the Markdown up to here takes more than ${MOST_STEPS.toLocaleString('en')} steps.`,
          'Close or escape the brackets, stars and tags there, split the paragraph or the list, or make it a code block.',
        ];
  return new UsageError('markdown-too-complex', `${name}:${line}: ${message}`, { hint });
}

/** Nodes as remark writes them in devreport's style. */
export function stringifyNodes(children: RootContent[]): string {
  return processor.stringify(tight({ type: 'root', children }));
}

/**
 * The Markdown of nodes that are written into phrases, by phrase, in order.
 *
 * @see Phrase
 */
export function writePhrases(phrases: readonly Phrase[]): string[][] {
  const node: Phrases = { type: 'phrases', value: '', phrases, written: [] };
  processor.stringify({ type: 'root', children: [node] });
  return node.written;
}

/** A text and its tree. */
export interface MarkdownDocument {
  text: string;
  root: Root;
}

/** Makes lists as tight as they can be. */
function tight(root: Root): Root {
  visit(root, 'list', (list) => {
    list.spread = list.children.some(({ children }) => children.length > 1);
    for (const item of list.children) item.spread &&= item.children.length > 1;
  });
  return root;
}
