import type { AddressOptions } from '../html/addresses.ts';
import { ID_PREFIX } from '../html/html-schema.ts';
import { encodePath } from '../../markdown/encode-path.ts';
import { pagePath, pathBetween, pathOfAddress } from './pages-path.ts';
import type { SiteOptions } from './site-options.ts';

/** The formats of images: no other file of a repository is published. */
const IMAGE = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;

/** The path of an image, from the root of the checkout, that an address in a file leads to; null for none. */
export function imagePath(address: string, file: string): string | null {
  const path = pathOfAddress(address, file);
  return path !== null && IMAGE.test(path) ? path : null;
}

/**
 * The addresses in the page of a report: of other reports, of images of the site, and of the other files of
 * its repository on the server.
 *
 * @param file of the report
 * @param files those of all reports
 * @param to an address of a file of the site
 */
export function reportAddresses(
  file: string,
  files: ReadonlySet<string>,
  { images, repository, server }: Pick<SiteOptions, 'images' | 'repository' | 'server'>,
  to: (path: string) => string,
): AddressOptions {
  return {
    images: 'all',
    imageAddress: (address) => {
      const path = imagePath(address, file);
      return path !== null && images.has(path) ? to(path) : null;
    },
    linkAddress: (address) => {
      const path = pathOfAddress(address, file);
      if (path === null) return address;
      const [, query = '', fragment = ''] = /^[^?#]*(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
      if (files.has(path)) return to(pagePath(path)) + fragment.replace('#', `#${ID_PREFIX}`);
      if (images.has(path)) return to(path);
      if (repository === null) return address;
      return `${server}/${repository}/blob/HEAD/${encodePath(path)}${query}${fragment}`;
    },
  };
}

/** From one page to another. */
export function fromPage(page: string): (path: string) => string {
  return (path) => pathBetween(page, path);
}
