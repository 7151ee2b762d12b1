export interface PublishOptions {
  /** The folder of the site. */
  out?: string;
  base?: string;
  title?: string;
  /** A folder with templates. */
  template?: string;
  config?: string;
  /** The pattern of the paths of reports, instead of the config's. */
  file?: string;
  /** Of one page: a path, or `-` for stdout. */
  output?: string;
  format: 'html';
}
