import { type Document, isCollection, isMap, isScalar, type Node, type Pair } from 'yaml';
import { openYaml, type OpenedYaml, type YamlProblem } from '../config/read-yaml.ts';
import type { Span } from '../markdown/span.ts';

/** A key at the top of front matter, from its first letter to the end of its value. Offsets are in the content. */
export interface FrontMatterKey extends Span {
  value: unknown;
  /** The offset behind the colon. */
  head: number;
  /** Its value, where that is on the line of the key and no block; null for any other. */
  inline: Span | null;
  /** Behind the value and the line endings that belong to it. */
  next: number;
}

/** YAML of front matter that was read. */
export interface ReadFrontMatter extends OpenedYaml {
  /** By key, in order. */
  values: Readonly<Record<string, unknown>>;
  keys: ReadonlyMap<string, FrontMatterKey>;
  /** The comments that begin between two offsets. */
  comments: (start: number, end: number) => string[];
}

/** Reads the content of front matter in YAML, which has keys and values. */
export function readFrontMatter(
  content: string,
):
  | { frontMatter: ReadFrontMatter; problems?: never }
  | { frontMatter?: never; problems: YamlProblem[] } {
  const { opened, problems } = openYaml(content);
  if (problems) return { problems };
  const { document, value, lineAt } = opened;
  const { contents } = document;
  if (contents !== null && !isMap(contents) && value !== null) {
    const line = lineAt(contents.range?.[0]);
    return { problems: [{ line, message: 'expected keys with values, like title: A title' }] };
  }
  const values = (value ?? {}) as Record<string, unknown>;
  const comments = commentsIn(isMap(contents) ? contents.srcToken : null);
  return {
    frontMatter: {
      ...opened,
      values,
      keys: keysIn(content, document, values),
      comments: (start, end) =>
        comments.flatMap(({ offset, source }) => (offset >= start && offset < end ? [source] : [])),
    },
  };
}

function keysIn(
  content: string,
  { contents }: Document,
  values: Readonly<Record<string, unknown>>,
): Map<string, FrontMatterKey> {
  const keys = new Map<string, FrontMatterKey>();
  if (!isMap(contents)) return keys;
  for (const pair of contents.items as Pair<Node, Node | null>[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const colon = pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
    const start = pair.key.range?.[0];
    // Without a colon or in an explicit form, nothing here is ever changed.
    if (colon === undefined || start === undefined) continue;
    const head = colon.offset + 1;
    const last = lastIn(pair.value);
    const [from, to] = last?.range ?? [head, head];
    const end = Math.max(head, from + content.slice(from, to).trimEnd().length);
    const first = pair.value?.range?.[0] ?? head;
    const isInline =
      pair.value !== null && !content.slice(head, first).includes('\n') && !isBlock(pair.value);
    keys.set(key, {
      ...{ start, end, head, value: values[key] },
      inline: isInline && end > first ? { start: first, end } : null,
      next: Math.max(end, to),
    });
  }
  return keys;
}

/** The innermost last node: that of a block reaches over the comments behind it. */
function lastIn(node: Node | null): Node | null {
  if (!isCollection(node) || node.flow === true) return node;
  const last = node.items.at(-1) as Pair<Node, Node | null> | Node | undefined;
  if (last === undefined) return node;
  if (!('key' in last)) return lastIn(last);
  return lastIn(last.value) ?? last.key;
}

function isBlock(node: Node): boolean {
  if (isCollection(node)) return node.flow !== true;
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

interface Comment {
  offset: number;
  source: string;
}

/** The comments in a token of the parser and in those inside it. */
function commentsIn(token: unknown): Comment[] {
  if (typeof token !== 'object' || token === null) return [];
  if (Array.isArray(token)) return token.flatMap(commentsIn);
  const { type, offset, source } = token as Partial<Comment & { type: string }>;
  return type === 'comment' && offset !== undefined && source !== undefined
    ? [{ offset, source }]
    : Object.values(token).flatMap(commentsIn);
}
