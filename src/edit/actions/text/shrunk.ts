import type { Edit } from '../../../markdown/edit.ts';

/** An edit without what it would replace by the same; nothing when it changes nothing. */
export function shrunk(text: string, { start, end, text: written }: Edit): Edit[] {
  const old = text.slice(start, end);
  if (old === written) return [];
  const most = Math.min(old.length, written.length);
  let head = 0;
  while (head < most && old[head] === written[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === written[written.length - 1 - tail])
    tail += 1;
  // Neither half of a line ending or of a character.
  if (/[\r\uD800-\uDBFF]/.test(old[head - 1] ?? '')) head -= 1;
  if (/[\n\uDC00-\uDFFF]/.test(old[old.length - tail] ?? '') && tail > 0) tail -= 1;
  return [
    {
      start: start + head,
      end: end - tail,
      text: written.slice(head, written.length - tail),
    },
  ];
}
