import type { JSX } from 'preact';
import { refresh } from '../news/refresh.ts';
import { facts } from '../state.ts';

/** Why the list below is not all there is. */
export function FactsNotice(): JSX.Element | null {
  const known = facts.value;
  if (!known) return <p class="notice quiet">Reading what happened…</p>;
  const { problem, items, missing } = known;
  if (problem !== null)
    return (
      <div id="facts-problem" class="notice warning">
        <p>{problem}</p>
        <p>
          The report can be edited without it.{' '}
          <button type="button" class="link" onClick={() => void refresh()}>
            Try again
          </button>
        </p>
      </div>
    );
  return (
    <>
      {missing.length > 0 && (
        <details id="facts-missing" class="notice warning">
          <summary>The facts are incomplete</summary>
          <ul>
            {missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      {items.length === 0 && (
        <p id="facts-empty" class="notice quiet">
          Nothing happened in this period.
        </p>
      )}
    </>
  );
}
