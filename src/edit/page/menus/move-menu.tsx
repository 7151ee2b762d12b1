import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { DeskSection } from '../../protocol.ts';
import { act } from '../act.ts';
import { target } from '../item/target.ts';
import { type Choice, Picker } from '../layout/picker.tsx';
import { reading } from '../state.ts';

/** Moves an entry to another section, or to a new one. */
export function MoveMenu(): JSX.Element {
  const at = target.value.entry?.start ?? 0;
  return (
    <Picker
      name="move"
      title="Move to which section?"
      placeholder="Section, or the title of a new one"
      choices={(typed) => [
        ...sectionChoices(typed, (path) => void act({ do: 'move', at, to: path })),
        newSection(typed, (title) => void act({ do: 'move-to-new', at, title })),
      ]}
    />
  );
}

/** Brings an item into the text, where the draft would have it or elsewhere. */
export function BringBackMenu(): JSX.Element {
  const item = target.value.item;
  const bring = (to: string | null): void => {
    if (item) void act({ do: 'bring-back', item: item.id, to });
  };
  return (
    <Picker
      name="bring-back"
      title="Bring back to which section?"
      placeholder="Section"
      choices={(typed) => [
        ...(typed === ''
          ? [
              {
                id: 'own',
                label: item?.section ?? 'Where it belongs',
                detail: 'as drafted',
                choose: () => bring(null),
              },
            ]
          : []),
        ...sectionChoices(typed, bring),
      ]}
    />
  );
}

function sectionChoices(typed: string, choose: (path: string) => void): Choice[] {
  const here = target.value.entry?.section;
  return (reading.value?.sections ?? []).flatMap((section, index) => {
    if (!section.takesEntries && typed === '') return [];
    if (index === here || !section.path.toLowerCase().includes(typed.toLowerCase())) return [];
    return [
      {
        id: String(index),
        label: labelOf(section),
        detail: String(section.entries),
        choose: () => choose(section.path),
      },
    ];
  });
}

function labelOf({ path, title }: DeskSection): string {
  return title === '' ? 'Above the first heading' : path;
}

const isNaming = signal(false);

function newSection(typed: string, create: (title: string) => void): Choice {
  if (typed === '')
    return {
      id: 'new',
      label: 'New section…',
      detail: isNaming.value ? 'type its title' : undefined,
      staysOpen: true,
      choose: () => {
        isNaming.value = true;
        document.querySelector<HTMLInputElement>('#move-dialog input')?.focus();
      },
    };
  return { id: 'new', label: `New section “${typed}”`, choose: () => create(typed) };
}
