/** What a part of HTML is, and thus what a text in it would be. */
export type HtmlPlace =
  | { kind: 'text' }
  | { kind: 'comment' }
  /** The value of an attribute, in quotes. */
  | { kind: 'attribute'; name: string }
  /** Anything else in a tag or a declaration. */
  | { kind: 'tag' }
  /** The content of an element that browsers read by other rules than HTML's. */
  | { kind: 'raw'; element: string };

/** A part of HTML that ends where the next one begins. */
export interface HtmlPart {
  start: number;
  place: HtmlPlace;
}

const rawElements =
  /^(?:iframe|math|noembed|noframes|noscript|plaintext|script|style|svg|template|textarea|title|xmp)$/;

/** The parts of HTML in order, as browsers read it. */
export function htmlParts(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let at = 0;

  function begin(place: HtmlPlace): void {
    parts.push({ start: at, place });
  }

  /** Reads what a sticky expression matches here; null when it matches nothing. */
  function read(expression: RegExp): string | null {
    expression.lastIndex = at;
    const found = expression.exec(html)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  }

  function readUntil(end: RegExp): void {
    end.lastIndex = at;
    const found = end.exec(html);
    at = found ? found.index + found[0].length : html.length;
  }

  function readTag(): void {
    const name =
      read(/<\/?[^\s/>]*/y)
        ?.slice(1)
        .toLowerCase() ?? '';
    while (at < html.length && read(/[\s/]*>/y) === null) {
      read(/[\s/]+/y);
      const attribute = read(/=?[^\s/>=]*/y)?.toLowerCase() ?? '';
      if (read(/\s*=\s*/y) === null || read(/(?!["'])[^\s>]*/y) !== null) continue;
      const quote = read(/["']/y);
      begin({ kind: 'attribute', name: attribute });
      read(quote === '"' ? /[^"]*/y : /[^']*/y);
      begin({ kind: 'tag' });
      at += 1;
    }
    if (!rawElements.test(name)) return;
    begin({ kind: 'raw', element: name });
    readUntil(new RegExp(`(?=</${name}[\\s/>])`, 'gi'));
  }

  while (at < html.length) {
    begin({ kind: 'text' });
    read(/[^<]+/y);
    begin({ kind: 'tag' });
    if (read(/<!--/y) !== null) {
      begin({ kind: 'comment' });
      if (read(/-?>/y) === null) readUntil(/--!?>/g);
    } else if (read(/<(?:[!?]|\/(?![a-z]))/iy) !== null) readUntil(/>/g);
    else if (/^<\/?[a-z]/i.test(html.slice(at, at + 3))) readTag();
    // What follows a mere `<` directly could make it a tag.
    else read(/<(?:\uE000[^\uE001]*\uE001)?/y);
  }
  begin({ kind: 'text' });
  return parts;
}
