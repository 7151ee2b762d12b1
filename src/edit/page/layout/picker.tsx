import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Openable } from '../open.ts';
import { closeDialog, Dialog } from './dialog.tsx';

/** One line of a menu. */
export interface Choice {
  id: string;
  label: string;
  detail?: string | undefined;
  choose: () => void;
  /** Whether the menu stays, for more. */
  staysOpen?: boolean | undefined;
}

export interface PickerProps {
  name: Openable;
  title: string;
  /** What is typed. */
  placeholder: string;
  /** The choices that what was typed leaves. */
  choices: (typed: string) => Choice[];
}

/** How many choices are drawn; typing finds the others. */
const MOST = 100;

/** A menu in which typing narrows the choices, arrows choose, and Enter takes. */
export function Picker(props: PickerProps): JSX.Element {
  return (
    <Dialog name={props.name} title={props.title} shape="menu">
      <Choices {...props} />
    </Dialog>
  );
}

function Choices({ name, title, placeholder, choices }: PickerProps): JSX.Element {
  const typed = useSignal('');
  const index = useSignal(0);
  const found = choices(typed.value.trim());
  const shown = found.slice(0, MOST);
  const active = Math.min(index.value, shown.length - 1);
  const idOf = (at: number): string => `${name}-choice-${at}`;

  const take = (choice: Choice | undefined): void => {
    if (!choice) return;
    if (!choice.staysOpen) closeDialog();
    choice.choose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      index.value = Math.max(0, Math.min(shown.length - 1, active + step));
      document.getElementById(idOf(index.value))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') take(shown[active]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        type="text"
        class="field"
        role="combobox"
        aria-label={title}
        aria-expanded="true"
        aria-controls={`${name}-choices`}
        aria-activedescendant={active < 0 ? undefined : idOf(active)}
        autocomplete="off"
        placeholder={placeholder}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
          index.value = 0;
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={`${name}-choices`} class="choices" role="listbox" aria-label={title}>
        {shown.map((choice, at) => (
          <li
            key={choice.id}
            id={idOf(at)}
            role="option"
            aria-selected={at === active}
            onClick={() => take(choice)}
          >
            <span class="choice-label" dir="auto">
              {choice.label}
            </span>
            {choice.detail !== undefined && <span class="quiet">{choice.detail}</span>}
          </li>
        ))}
      </ul>
      <p class="quiet choices-count" role="status">
        {found.length === 0
          ? 'Nothing matches.'
          : found.length > MOST && `${found.length - MOST} more: type to find them.`}
      </p>
    </>
  );
}
