import { yamlLines } from './yaml-text.ts';

/** By key, in order. */
export type FrontMatterValues = Readonly<Record<string, unknown>>;

/** The front matter that a draft begins with. */
export interface FrontMatter {
  /** With the lines around it, without a line ending behind them. */
  text: string;
  /** Null for TOML, which is written and never changed. */
  values: FrontMatterValues | null;
}

/** The front matter with these values; null without any. */
export function frontMatterWith(values: FrontMatterValues): FrontMatter | null {
  const lines = yamlLines(values);
  return lines.length === 0 ? null : { text: ['---', ...lines, '---'].join('\n'), values };
}
