import { type Token, Tokenizer } from 'parse5';
import { blank } from '../../markdown/blank.ts';
import type { Span } from '../../markdown/span.ts';
import { htmlSchema } from './html-schema.ts';

/** What raw HTML has so far. */
export interface TagCount {
  tags: number;
  /** How many elements at most were open at once. */
  levels: number;
  /** The names of those that are open now, apart from those whose end tag can be left out. */
  open: string[];
}

/** What GitHub shows as text. */
const TEXT = new Set(
  'iframe noembed noframes plaintext script style textarea title xmp'.split(' '),
);
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);
/** Elements that end where another one like them begins. */
const ENDED = new Set('dd dt li p rp rt tbody td tfoot th thead tr'.split(' '));
const KNOWN = new Set([...(htmlSchema.tagNames ?? []), ...TEXT]);

/**
 * Raw HTML with only its text and the tags that a report may have, as long as before: there are blanks for
 * all else, also for a tag that does not end.
 */
export function plainTags(html: string, count: TagCount): string {
  const kept: Span[] = [];
  const keep = ({ location }: Token.Token) => {
    if (location) kept.push({ start: location.startOffset, end: location.endOffset });
  };
  const leaveOut = () => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        if (!KNOWN.has(tag.tagName)) return;
        keep(tag);
        open(tag.tagName, count);
      },
      onEndTag(tag) {
        if (!KNOWN.has(tag.tagName)) return;
        keep(tag);
        if (count.open.at(-1) === tag.tagName) count.open.pop();
      },
      onCharacter: keep,
      onWhitespaceCharacter: keep,
      onComment: leaveOut,
      onDoctype: leaveOut,
      onEof: leaveOut,
      onNullCharacter: leaveOut,
    },
  );
  tokenizer.write(html, true);
  return onlySpans(html, kept);
}

function open(name: string, count: TagCount): void {
  count.tags += 1;
  if (VOID.has(name) || ENDED.has(name) || TEXT.has(name)) return;
  count.open.push(name);
  count.levels = Math.max(count.levels, count.open.length);
}

/** A text with blanks outside of some spans of it. */
function onlySpans(text: string, spans: readonly Span[]): string {
  let at = 0;
  const parts = spans.flatMap(({ start, end }) => {
    const before = blank(text.slice(at, start));
    at = end;
    return [before, text.slice(start, end)];
  });
  return parts.join('') + blank(text.slice(at));
}
