import { signal } from '@preact/signals';

/** What there is room for: all three panes beside each other, two, or one. */
export type Room = 'wide' | 'medium' | 'narrow';

const wide = window.matchMedia('(width >= 1200px)');
const medium = window.matchMedia('(width >= 760px)');

export const room = signal<Room>(measure());

for (const query of [wide, medium])
  query.addEventListener('change', () => {
    room.value = measure();
  });

function measure(): Room {
  return wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow';
}

export type PaneName = 'facts' | 'source' | 'preview';

/** Where there is no room for all: the pane that was asked for last. */
export const wanted = signal<PaneName>('source');

/** Whether somebody has closed the preview where there is room for it. */
export const isPreviewClosed = signal(false);

export function isPaneShown(pane: PaneName): boolean {
  if (room.value === 'wide') return pane !== 'preview' || !isPreviewClosed.value;
  if (room.value === 'medium' && pane === 'facts') return true;
  const shown = room.value === 'medium' && wanted.value === 'facts' ? 'source' : wanted.value;
  return pane === shown;
}

/** Shows a pane where there is no room for all. */
export function showPane(pane: PaneName): void {
  wanted.value = pane;
  if (pane === 'preview') isPreviewClosed.value = false;
}
