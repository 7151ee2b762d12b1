import { withoutFrontMatter } from '../front-matter/front-matter-in.ts';
import { meansItem } from '../item/item-id.ts';
import { itemUrlFinder } from '../item/item-text.ts';

/** A report of the series, and the date in its name. */
export interface DatedText {
  date: string;
  text: string;
}

/**
 * Gives the date of the newest of some reports that links to an item (`owner/name#12`, lower case), or
 * null. What stands only in comments or front matter was not reported.
 */
export function reportedOnIn(
  newestFirst: readonly DatedText[],
  server: string,
): (item: string) => string | null {
  const citedIn = itemUrlFinder(server);
  return (item) => {
    const found = newestFirst.find(({ text }) =>
      citedIn(withoutFrontMatter(text).replace(/<!--[\s\S]*?-->/g, '')).some((cited) =>
        meansItem(cited.item, item),
      ),
    );
    return found?.date ?? null;
  };
}
