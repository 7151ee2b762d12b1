import type { TemplateSource } from '../../render/template.ts';

/** The files of `templates/site/`; a folder of the user's can have others of the same names. */
export const siteTemplateFiles = [
  'page.hbs',
  'report.hbs',
  'index.hbs',
  'people.hbs',
  'person.hbs',
  'repositories.hbs',
  'repository.hbs',
  'search.hbs',
  'style.css',
] as const;

export type SiteTemplateFile = (typeof siteTemplateFiles)[number];

/** Their texts, and their paths as messages name them. */
export type SiteTemplates = Readonly<Record<SiteTemplateFile, TemplateSource>>;
