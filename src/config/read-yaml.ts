import { type Document, LineCounter, type Node, parseDocument } from 'yaml';
import { tooDeepLine } from './yaml-depth.ts';
import { checkStructure } from './yaml-structure.ts';

/** A mistake in the YAML itself. */
export interface YamlProblem {
  /** From 1. */
  line: number;
  message: string;
}

/** What a YAML file says, or why it can't be read. */
export type YamlText =
  | {
      value: unknown;
      /** The line of the value at a path, or of the innermost value around it that exists. */
      lineOf: (path: readonly (string | number)[]) => number;
      problems?: never;
    }
  | { value?: never; lineOf?: never; problems: YamlProblem[] };

/** UTF-16 units. */
const LONGEST = 100_000;
/** Of values that aliases stand for, those inside them included. */
const MOST_COPIES = 100;

/** YAML that was read, with where everything is in the text. */
export interface OpenedYaml {
  value: unknown;
  document: Document;
  /** The line of an offset, from 1. */
  lineAt: (offset?: number) => number;
}

/** What YAML says. */
export function readYaml(text: string): YamlText {
  const { problems, opened } = openYaml(text);
  if (problems) return { problems };
  const { value, document, lineAt } = opened;
  return { value, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

/** Reads YAML that anybody may have written: what would exhaust the stack or the memory is a problem. */
export function openYaml(
  text: string,
): { opened: OpenedYaml; problems?: never } | { opened?: never; problems: YamlProblem[] } {
  if (text.length > LONGEST) {
    const message = `too long: ${text.length} characters, at most ${LONGEST}`;
    return { problems: [{ line: 1, message }] };
  }
  const tooDeep = tooDeepLine(text);
  if (tooDeep !== null) return { problems: [{ line: tooDeep, message: 'nested too deep' }] };

  const lines = new LineCounter();
  const lineAt = (offset = 0) => Math.max(1, lines.linePos(offset).line);
  // The schema, whatever version or tags the file names; and keys are checked below.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
    keepSourceTokens: true,
  });
  const problems = [...document.errors, ...document.warnings].map(
    ({ pos: [offset], code, message }): YamlProblem => ({
      line: lineAt(offset),
      message: messages[code] ?? message,
    }),
  );
  checkStructure(document, (at: Node, message) => {
    problems.push({ line: lineAt(at.range?.[0]), message });
  });
  if (problems.length > 0) return { problems };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_COPIES });
    return { opened: { value, document, lineAt } };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    // The parser doesn't say which alias it was at.
    const message = `its aliases stand for more than ${MOST_COPIES} values`;
    return { problems: [{ line: 1, message }] };
  }
}

/** Of mistakes that the parser describes by its own options. */
const messages: Record<string, string> = {
  MULTIPLE_DOCS: 'a second document begins here',
  NON_STRING_KEY: 'a key must be a text',
};

function offsetOf(document: Document, path: readonly (string | number)[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0];
}
