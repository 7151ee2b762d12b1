import { webAddress } from '../layout/web-address.ts';
import { showEntry } from '../show-item.ts';
import { settleReading } from '../source/reading/settle.ts';
import { chosen, said } from '../state.ts';
import { textPane } from '../text.ts';
import type { Blocks } from './blocks.ts';
import { entryAt, placeOfElement } from './places.ts';

/** Makes a click show its entry in all panes, and a link open in a new tab. */
export function listenForClicks(blocks: Blocks, page: Document): void {
  page.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link) follow(link, event);
    else if (page.getSelection()?.isCollapsed !== false) show(blocks, event.target);
  });
  // With the button in the middle.
  page.addEventListener('auxclick', (event) => {
    const link = (event.target as Element).closest('a');
    if (link && event.button === 1) follow(link, event);
  });
  // Keys of the desk work in the preview, too.
  page.addEventListener('keydown', (event) => {
    const copy = new KeyboardEvent('keydown', event);
    if (!window.dispatchEvent(copy) || copy.defaultPrevented) event.preventDefault();
  });
}

/** Neither the preview nor the desk ever goes elsewhere. */
function follow(link: HTMLAnchorElement, event: Event): void {
  event.preventDefault();
  const href = link.getAttribute('href') ?? '';
  const address = webAddress(href);
  if (address !== undefined) window.open(address, '_blank', 'noopener,noreferrer');
  else if (href.startsWith('#'))
    link.ownerDocument.getElementById(href.slice(1))?.scrollIntoView({ block: 'nearest' });
  else said.value = `${href} has no address on the web.`;
}

function show(blocks: Blocks, target: EventTarget | null): void {
  settleReading();
  const place = placeOfElement(blocks, target);
  if (!place) return;
  const entry = place.isEntry ? entryAt(place) : null;
  if (entry) {
    showEntry(entry);
    return;
  }
  textPane().go({ start: place.start, end: place.start });
  chosen.value = null;
}
