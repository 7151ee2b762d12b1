import type { JSX } from 'preact';
import { open } from '../item/target.ts';
import { keys } from '../keys.ts';
import { Button } from '../layout/button.tsx';
import { goToNextOf, nextStep } from '../next-step.ts';
import { settled } from '../settled.ts';
import { facts, said } from '../state.ts';
import { isReady, remains } from './remains.ts';

/** What is left to do, and the way to the next of it. */
export function DeskFoot(): JSX.Element {
  const next = nextStep.value;
  return (
    <footer class="desk-foot">
      <ul id="counts" class="counts" aria-label="What is left">
        <li>{mergedCount()} merged</li>
        {remains.value.map(({ kind, words }) => (
          <li key={words}>
            {kind === null ? (
              <button type="button" class="link" onClick={() => open('ready')}>
                {words}
              </button>
            ) : (
              <button type="button" class="link" onClick={() => goToNextOf(kind)}>
                {words}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p id="said" class="said" role="status">
        {said.value}
      </p>
      <Button
        id="ready-button"
        class={isReady.value ? 'primary' : ''}
        opens="dialog"
        onClick={() => open('ready')}
      >
        {isReady.value ? 'Ready to publish' : 'What remains'}
      </Button>
      {next && (
        <Button
          id="next"
          class="primary"
          stroke={keys.next}
          hint="Goes to the next thing to do"
          onClick={keys.next.run}
        >
          Next: <span class="next-label">{next.label}</span>
          <span aria-hidden="true"> ▸</span>
        </Button>
      )}
    </footer>
  );
}

function mergedCount(): number {
  const cited = new Set(settled.value?.cited ?? []);
  const items = facts.value?.items ?? [];
  return items.filter(
    ({ id, state, kind }) => kind === 'pull' && state === 'merged' && cited.has(id),
  ).length;
}
