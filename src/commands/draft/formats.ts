/** The formats of a draft, and the extensions of their files. */
export const extensions = {
  markdown: '.md',
  html: '.html',
  json: '.json',
  snapshot: '.snapshot.json',
} as const;

export type DraftFormat = keyof typeof extensions;
