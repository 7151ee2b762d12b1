/** The front matter that a draft begins with. */
export interface FrontMatter {
  /** With the lines around it, without a line ending behind them. */
  text: string;
  /** By key, in order; null for TOML, which is written and never changed. */
  values: Readonly<Record<string, unknown>> | null;
}

/** The front matter with these lines of YAML. */
export function yamlFrontMatter(lines: readonly string[]): string {
  return ['---', ...lines, '---'].join('\n');
}
