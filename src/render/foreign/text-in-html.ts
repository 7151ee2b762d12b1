import { escapeAttribute, escapeComment, escapeHtml } from '../../markdown/escape.ts';
import type { HtmlSurroundings } from './document-html.ts';
import { UnsafePlace } from './unsafe-place.ts';
import { textInAddress } from './text-in-address.ts';

/** Attributes whose value is shown, read out, or compared. */
const textAttributes = /^(?:title|alt|aria-label|aria-description|class|id|name|lang|align)$/;
const addressAttributes = /^(?:href|src|cite)$/;

/**
 * Foreign text as text in HTML.
 *
 * @param hasCode whether balanced backticks are code
 * @throws {UnsafePlace} where it can't be
 */
export function textInHtml(
  text: string,
  hasCode: boolean,
  { place, before }: HtmlSurroundings,
): string {
  switch (place.kind) {
    case 'text':
      return escapeHtml(text, hasCode);
    case 'comment':
      return escapeComment(text);
    case 'attribute':
      if (textAttributes.test(place.name)) return escapeAttribute(text);
      if (addressAttributes.test(place.name)) return textInAddress(text, before);
      throw new UnsafePlace(`in the attribute ${place.name}, which is not only text`);
    case 'raw':
      throw new UnsafePlace(`in <${place.element}>, which has no text`);
    case 'tag':
      throw new UnsafePlace('as a part of a tag; put it in quotes, or between tags');
  }
}
