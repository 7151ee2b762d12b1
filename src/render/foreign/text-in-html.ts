import { escapeAttribute, escapeComment, escapeHtml } from '../../markdown/escape.ts';
import type { HtmlSurroundings } from './document-html.ts';
import { UnsafePlace } from './unsafe-place.ts';
import { textInAddress } from './text-in-address.ts';

/** Attributes whose value is shown, read out, or compared. */
const textAttributes = /^(?:title|alt|aria-label|aria-description|class|id|name|lang|align)$/;
const addressAttributes = /^(?:href|src|cite)$/;

/** How HTML is read. */
interface HtmlOptions {
  /** Whether balanced backticks are code. */
  hasCode: boolean;
  /** Whether a pipe ends it. */
  isInTable: boolean;
  /** Where the text links to, if anywhere. */
  url: string | undefined;
}

/**
 * Foreign text as text in HTML.
 *
 * @throws {UnsafePlace} where it can't be
 */
export function textInHtml(
  text: string,
  options: HtmlOptions,
  surroundings: HtmlSurroundings,
): string {
  const written = escaped(text, options, surroundings);
  return options.isInTable ? written.replaceAll('|', '&#124;') : written;
}

function escaped(
  text: string,
  { hasCode, url }: HtmlOptions,
  { place, before }: HtmlSurroundings,
): string {
  switch (place.kind) {
    case 'text':
      return url === undefined
        ? escapeHtml(text, hasCode)
        : `<a href="${escapeAttribute(url)}">${escapeAttribute(text)}</a>`;
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

/**
 * Nothing in Markdown is text where the HTML around it has something else.
 *
 * @throws {UnsafePlace}
 */
export function requireText({ place }: HtmlSurroundings): void {
  if (place.kind === 'raw') throw new UnsafePlace(`in <${place.element}>, which has no text`);
  if (place.kind !== 'text') throw new UnsafePlace('after a tag or a comment that nothing closes');
}
