import type { SiteTemplates } from './site-templates.ts';

export interface SiteOptions {
  title: string;
  /** Where the site will be, with a slash at its end; null when only its path is known, or nothing. */
  base: string | null;
  /** Where people and repositories are, without a trailing slash. */
  server: string;
  /** The repository of the checkout, for links to its other files; null when it is unknown. */
  repository: string | null;
  /** As Day.js names it, loaded. */
  locale: string;
  templates: SiteTemplates;
  /** The paths of the images, from the root of the checkout, that are part of the site. */
  images: ReadonlySet<string>;
}
