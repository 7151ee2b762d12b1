import type { Span } from '../../../markdown/span.ts';
import type { PreviewBlock } from '../../../publish/html/preview-block.ts';
import { patchChildren } from './patch.ts';

interface Shown {
  html: string;
  element: HTMLElement;
  /** The elements of entries, in order, and their spans from the block's start. */
  entries: (Span & { element: Element })[];
}

/** The blocks of the preview in the document of its frame. */
export class Blocks {
  readonly #article: Element;
  shown: Shown[] = [];

  constructor(article: Element) {
    this.#article = article;
  }

  /** Shows blocks, and draws only those again whose HTML is another, and in them only what is. */
  show(blocks: readonly PreviewBlock[]): void {
    const old = this.shown;
    let first = 0;
    while (first < old.length && old[first]?.html === blocks[first]?.html) first += 1;
    let last = 0;
    const most = Math.min(old.length, blocks.length) - first;
    while (last < most && old.at(-1 - last)?.html === blocks.at(-1 - last)?.html) last += 1;
    const replaced = old.slice(first, old.length - last);
    const behind = old[old.length - last]?.element ?? null;
    const fresh = blocks.slice(first, blocks.length - last).map(({ html }, index) => {
      const before = replaced[index];
      return this.#written(html, before?.element ?? this.#insert(behind));
    });
    for (const { element } of replaced.slice(fresh.length)) element.remove();
    this.shown = [...old.slice(0, first), ...fresh, ...old.slice(old.length - last)];
  }

  #insert(behind: Element | null): HTMLElement {
    const element = this.#article.ownerDocument.createElement('div');
    element.className = 'block';
    this.#article.insertBefore(element, behind);
    return element;
  }

  #written(html: string, element: HTMLElement): Shown {
    const template = element.ownerDocument.createElement('template');
    template.innerHTML = html;
    const spans = takeSpans(template.content);
    patchChildren(element, template.content);
    const elements = [...element.querySelectorAll('[data-entry]')];
    const entries = elements.flatMap((entry, index) => {
      const span = spans[index];
      return span ? [{ ...span, element: entry }] : [];
    });
    return { html, element, entries };
  }
}

/** Takes offsets out of the elements, so that those of an entry that only moved are equal. */
function takeSpans(content: ParentNode): Span[] {
  return [...content.querySelectorAll<HTMLElement>('[data-start]')].map((element) => {
    const { start, end } = element.dataset;
    element.removeAttribute('data-start');
    element.removeAttribute('data-end');
    element.dataset['entry'] = '';
    return { start: Number(start), end: Number(end) };
  });
}
