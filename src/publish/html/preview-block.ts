import type { Span } from '../../markdown/span.ts';

/**
 * A part of a report as sanitised HTML. In it, the elements of entries have their spans as `data-start` and
 * `data-end`, counted from its start, so that it stays the same when something else is edited.
 */
export interface PreviewBlock extends Span {
  html: string;
}
