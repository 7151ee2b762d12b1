import { diffWordsWithSpace } from 'diff';
import type { JSX } from 'preact';
import type { ProposedChange } from '../../protocol.ts';

/** How long both texts may be together; comparing their words takes the product of what differs. */
const MOST = 20_000;

/** A change word by word: what goes, and what comes. */
export function Difference(props: Pick<ProposedChange, 'before' | 'after'>): JSX.Element {
  return (
    <p class="foreign difference" dir="auto">
      {partsOf(props).map(({ value, added, removed }, index) => {
        if (added) return <ins key={index}>{value}</ins>;
        if (removed) return <del key={index}>{value}</del>;
        return <span key={index}>{value}</span>;
      })}
    </p>
  );
}

function partsOf({ before, after }: Pick<ProposedChange, 'before' | 'after'>): {
  value: string;
  added: boolean;
  removed: boolean;
}[] {
  if (before.length + after.length <= MOST) return diffWordsWithSpace(before, after);
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
}
