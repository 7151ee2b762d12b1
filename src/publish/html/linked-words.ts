import type { ElementContent, Text } from 'hast';
import { itemUrl } from '../../item/item-id.ts';
import { namedItemsIn } from '../../item/item-text.ts';
import { mentionsIn } from '../../item/mention.ts';
import { withEmoji } from '../../markdown/with-emoji.ts';
import type { Span } from '../../markdown/span.ts';

export interface WordOptions {
  /** Where people and repositories are, without a trailing slash. */
  server: string;
  /** The repository, `owner/name`, of `#12`; without one, that stays text. */
  home: string | undefined;
}

interface LinkedWord extends Span {
  url: string;
}

/**
 * A text with its emoji, and with links to the people and items that it names.
 *
 * @param options null inside a link; `hasItems` is false where `#12` is no item
 */
export function linkedWords(
  { value }: Text,
  options: (WordOptions & { hasItems: boolean }) | null,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end, url } of options ? wordsIn(value, options) : []) {
    if (start < at) continue;
    const children: Text[] = [{ type: 'text', value: value.slice(start, end) }];
    parts.push(
      { type: 'text', value: withEmoji(value.slice(at, start)) },
      { type: 'element', tagName: 'a', properties: { href: url }, children },
    );
    at = end;
  }
  parts.push({ type: 'text', value: withEmoji(value.slice(at)) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

function wordsIn(
  text: string,
  { server, home, hasItems }: WordOptions & { hasItems: boolean },
): LinkedWord[] {
  const people = mentionsIn(text).map(({ login, start, end }): LinkedWord => {
    return { start, end, url: `${server}/${login}` };
  });
  const items = (hasItems ? namedItemsIn(text) : []).flatMap(
    ({ repository = home, number, start, end }): LinkedWord[] =>
      repository === undefined
        ? []
        : [{ start, end, url: itemUrl(server, { repository, number }, 'issue') }],
  );
  return [...people, ...items].sort((a, b) => a.start - b.start);
}
