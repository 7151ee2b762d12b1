import type { FrontMatter } from '../../front-matter/front-matter.ts';
import { hashText } from './hash-text.ts';
import type { ReportRecord } from './record.ts';

/** What a record remembers of generated front matter; of TOML only that there was some. */
export function frontMatterHashes(frontMatter: FrontMatter | null): ReportRecord['frontMatter'] {
  if (!frontMatter) return undefined;
  const values = Object.entries(frontMatter.values ?? {});
  return Object.fromEntries(values.map(([key, value]) => [key, hashValue(value)]));
}

/** The hash of a value, however it is written. */
export function hashValue(value: unknown): string {
  return hashText(JSON.stringify(value ?? null));
}
