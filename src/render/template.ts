/** A Handlebars source, and where it was read, for errors. */
export interface TemplateSource {
  file: string;
  source: string;
}

/** A template, with the partials that it may use, by name. */
export interface Template extends TemplateSource {
  partials: Readonly<Record<string, TemplateSource>>;
}
