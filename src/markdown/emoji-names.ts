import { nameToEmoji } from 'gemoji';

let names: ReadonlySet<string> | undefined;

/** The names of emoji that GitHub shows, made when they are first asked for. */
export function emojiNames(): ReadonlySet<string> {
  return (names ??= new Set(Object.keys(nameToEmoji)));
}
