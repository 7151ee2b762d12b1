import type { DeskPage } from './desk-page.ts';

/** Types at the start of the list item with some words. */
export async function typeBefore(desk: DeskPage, text: string, words: string): Promise<void> {
  await desk.goTo(text);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await desk.press(key);
  await desk.page.keyboard.type(words);
}
