import { emojiNames } from './emoji-names.ts';

/** GitHub's own, which Unicode lacks. */
const pictures = new Set(
  [
    'accessibility atom basecamp basecampy bowtie copilot dependabot electron feelsgood finnadie',
    'fishsticks goberserk godmode hurtrealbad neckbeard octocat rage1 rage2 rage3 rage4 shipit',
    'suspect trollface',
  ].flatMap((names) => names.split(' ')),
);

/** Whether GitHub shows an emoji for something in a text, like `:tada:`; also inside a word. */
export function hasEmoji(text: string): boolean {
  return Array.from(text.matchAll(/:(?=([\w+-]+):)/g)).some(([, name = '']) => {
    const known = name.toLowerCase();
    return emojiNames().has(known) || pictures.has(known);
  });
}
