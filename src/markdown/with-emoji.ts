import { nameToEmoji } from 'gemoji';

/** A text with the emoji that GitHub shows for `:tada:` and the like; its own pictures stay names. */
export function withEmoji(text: string): string {
  return text.replace(/:([\w+-]+):/g, (code, name: string) => {
    const known = name.toLowerCase();
    return Object.hasOwn(nameToEmoji, known) ? (nameToEmoji[known] ?? code) : code;
  });
}
