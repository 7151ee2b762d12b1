import { siteAddress } from './page-view.ts';

/** A page of the site and the day or instant of its last change. */
export interface SitemapEntry {
  path: string;
  lastmod: string | undefined;
}

/** `sitemap.xml`, with the pages in their order. */
export function sitemapOf(entries: readonly SitemapEntry[], base: string): string {
  const urls = entries.map(({ path, lastmod }) => {
    const date = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`;
    return `<url><loc>${siteAddress(path, base).replace(/&/g, '&amp;')}</loc>${date}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
