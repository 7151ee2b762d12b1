import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

interface Point {
  x: number;
  y: number;
}

interface DragData {
  items: { mimeType: string; data: string }[];
  dragOperationsMask: number;
}

/**
 * Drags between elements of frames in which nothing runs. Playwright's own way asks each frame by a script,
 * and never gets an answer from those.
 */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await pointIn(from), await pointIn(to)];
  const session = await page.context().newCDPSession(page);
  const dragged: DragData[] = [];
  session.on('Input.dragIntercepted', ({ data }) => dragged.push(data));
  await session.send('Input.setInterceptDrags', { enabled: true });
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point) =>
    session.send('Input.dispatchMouseEvent', {
      ...{ type, ...at, clickCount: 1 },
      ...{ button: 'left', buttons: 1 },
    });
  await mouse('mousePressed', start);
  // The browser takes it for a drag when the mouse is some way off.
  await mouse('mouseMoved', { x: start.x + 5, y: start.y + 5 });
  await mouse('mouseMoved', end);
  await expect.poll(() => dragged).toHaveLength(1);
  const [data = { items: [], dragOperationsMask: 0 }] = dragged;
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...end, data });
  await mouse('mouseReleased', end);
  await session.detach();
}

async function pointIn(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not shown');
  return { x: box.x + Math.min(10, box.width / 2), y: box.y + Math.min(8, box.height / 2) };
}
