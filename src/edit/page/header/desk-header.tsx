import type { JSX } from 'preact';
import { open } from '../item/target.ts';
import { keys } from '../keys.ts';
import { Button } from '../layout/button.tsx';
import { PaneSwitch } from '../layout/pane-switch.tsx';
import { isAsking, refresh } from '../news/refresh.ts';
import { SaveStatus } from '../saving/save-status.tsx';
import { reading, report } from '../state.ts';
import { daysOf } from './days.ts';

/** What is edited, and how it is. */
export function DeskHeader(): JSX.Element | null {
  const known = report.value;
  if (!known) return null;
  const { path, title, period } = known;
  const findings = reading.value?.findings.length ?? 0;
  return (
    <header class="desk-head">
      <h1>
        <span class="path">{path}</span>
        <span class="title" dir="auto">
          {title}
        </span>
        {period && (
          <span class="quiet" title={`Days in ${period.timezone}`}>
            {daysOf(period)}
          </span>
        )}
      </h1>
      <PaneSwitch />
      <Button
        id="refresh"
        hint="Asks the source again, and shows what is new"
        opens="dialog"
        onClick={() => void refresh()}
      >
        {isAsking.value ? 'Refreshing…' : 'Refresh'}
      </Button>
      <Button
        id="findings"
        class={findings > 0 ? 'has-findings' : ''}
        stroke={keys.nextFinding}
        hint="Goes to the next one"
        disabled={findings === 0}
        onClick={keys.nextFinding.run}
      >
        {findings === 1 ? '1 finding' : `${findings} findings`}
      </Button>
      <SaveStatus />
      <Button id="keys-button" stroke={keys.keys} opens="dialog" onClick={() => open('keys')}>
        Keys
      </Button>
    </header>
  );
}
