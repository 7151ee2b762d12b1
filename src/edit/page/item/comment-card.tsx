import { computed } from '@preact/signals';
import type { JSX } from 'preact';
import { act } from '../act.ts';
import { Button } from '../layout/button.tsx';
import { cursor, reading } from '../state.ts';

/** The comment for the editor at the cursor; null without one. */
export const currentComment = computed(
  () =>
    reading.value?.comments.find(
      ({ start, end }) => start <= cursor.value && cursor.value <= end,
    ) ?? null,
);

export function CommentCard(): JSX.Element | null {
  const comment = currentComment.value;
  if (!comment) return null;
  const at = comment.start;
  return (
    <div id="comment" class="comment-card">
      <h2>Comment for the editor</h2>
      <p class="foreign" dir="auto">
        {comment.text}
      </p>
      <div class="actions" role="group" aria-label="Actions of the comment">
        <Button id="write" onClick={() => void act({ do: 'write', at })}>
          Turn into text
        </Button>
        <Button id="delete-comment" onClick={() => void act({ do: 'delete-comment', at })}>
          Delete
        </Button>
      </div>
    </div>
  );
}
