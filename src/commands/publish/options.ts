export interface PublishOptions {
  /** The folder of the site. */
  out?: string;
  base?: string;
  title?: string;
  /** A folder with templates. */
  template?: string;
  config?: string;
  /** Of one page: a path, or `-` for stdout. */
  output?: string;
  format: 'html';
}
