import { readFile } from 'node:fs/promises';

/** A whole document, with a style sheet of this folder inside it. Around `main` it is transparent. */
export async function htmlDocument(body: string, styleSheet: string): Promise<string> {
  const style = await readFile(new URL(styleSheet, import.meta.url), 'utf8');
  return `<!doctype html>\n<meta charset="utf-8">\n<style>\n${style}</style>\n<main>\n${body}\n</main>\n`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
