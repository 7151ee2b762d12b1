import type { JSX } from 'preact';
import { settled } from '../settled.ts';
import { CommentCard, currentComment } from './comment-card.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemDetails } from './item-details.tsx';
import { ItemHead } from './item-head.tsx';
import { target } from './target.ts';

/** All about the item at the cursor, or chosen in the list, and what can be done with it. */
export function ItemPane(): JSX.Element {
  const { item, entry } = target.value;
  return (
    <section id="item" class="item" aria-label="Current item">
      <CommentCard />
      {(item ?? entry) ? (
        <>
          <ItemHead />
          <ItemActions />
          {item && <ItemDetails item={item} />}
        </>
      ) : (
        settled.value &&
        !currentComment.value && (
          <p class="quiet nothing">
            Put the cursor in an entry, or choose one above, to see what it is about.
          </p>
        )
      )}
    </section>
  );
}
