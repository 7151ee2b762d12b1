import type { Element, ElementContent } from 'hast';
import { ID_PREFIX } from './html-schema.ts';

export interface AddressOptions {
  /** Which images are shown; the others are their texts. Addresses are relative or of http and https. */
  images: 'none' | 'relative' | 'all';
  /** What is written for the address of an image without a host; null leaves it out. */
  imageAddress?: ((path: string) => string | null) | undefined;
  /** What is written for the address of a link without a host. */
  linkAddress?: ((path: string) => string) | undefined;
}

/** An image as the options want it. */
export function imageOf(image: Element, { images, imageAddress }: AddressOptions): ElementContent {
  const { src, alt } = image.properties;
  const text: ElementContent = { type: 'text', value: typeof alt === 'string' ? alt : '' };
  if (typeof src !== 'string' || src === '' || images === 'none') return text;
  if (!isRelative(src) && images === 'relative') return text;
  const address = imageAddress && isRelative(src) ? imageAddress(src) : src;
  if (address === null) return text;
  return { ...image, properties: { ...image.properties, src: address, alt: text.value } };
}

/** The address of a link: inside the report, in which every id has a prefix, or to somewhere else. */
export function linkTo(href: string, { linkAddress }: AddressOptions): string {
  if (href.startsWith('#')) return href === '#' ? href : `#${ID_PREFIX}${href.slice(1)}`;
  return linkAddress && isRelative(href) ? linkAddress(href) : href;
}

/** Whether a browser asks the same host for an address: it leaves out blanks, and takes `\` for `/`. */
function isRelative(address: string): boolean {
  const shown = address.replace(/[\0-\x20]/g, '');
  return !/^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(shown);
}
