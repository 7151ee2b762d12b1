import type { JSX } from 'preact';
import { Dialog } from '../layout/dialog.tsx';
import { facts } from '../state.ts';
import { ChangeList } from './change-list.tsx';
import { decided, isAsking, left, news } from './refresh.ts';

/** What a rerun would change, one row a change. The text changes only by what is accepted. */
export function NewsDialog(): JSX.Element {
  return (
    <Dialog name="news" title="What is new" shape="sheet">
      {isAsking.value ? (
        <div class="asking" role="status">
          <p>Asking {facts.value?.source ?? 'the source'} again…</p>
          <progress aria-label="Asking" />
        </div>
      ) : (
        <News />
      )}
    </Dialog>
  );
}

function News(): JSX.Element {
  const { changes = [], problem = null } = news.value ?? {};
  const open = changes.filter(({ id }) => !decided.value.has(id));
  const shown = open.filter(({ id }) => !left.value.has(id));
  return (
    <>
      {problem !== null && (
        <div id="news-problem" class="notice warning" role="alert">
          <p class="foreign">{problem}</p>
          <p>Nothing in the report has changed. You can go on with it.</p>
        </div>
      )}
      <p id="news-count" class="quiet" role="status">
        {countOf(shown.length, open.length - shown.length, problem)}
      </p>
      <ChangeList changes={shown} />
    </>
  );
}

function countOf(shown: number, others: number, problem: string | null): string {
  if (shown === 0 && others === 0) return problem === null ? 'Nothing is new.' : '';
  const some = shown === 1 ? '1 change' : `${shown} changes`;
  const rest = others === 1 ? '1 left as it is' : `${others} left as they are`;
  return others === 0 ? some : shown === 0 ? rest : `${some}, and ${rest}`;
}
