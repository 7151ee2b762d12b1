import type { JSX } from 'preact';
import type { DeskEntry } from '../../protocol.ts';
import { act } from '../act.ts';
import { knownItems } from '../facts/list-state.ts';
import { target } from '../item/target.ts';
import { type Choice, Picker } from '../layout/picker.tsx';
import { reading } from '../state.ts';

/** Joins an entry with the one above, or another: those of its section come first. */
export function JoinMenu(): JSX.Element {
  const { entry } = target.value;
  return (
    <Picker
      name="join"
      title="Join with which entry?"
      placeholder="Words, or #12"
      choices={(typed) => (entry ? joinChoices(entry, typed.toLowerCase()) : [])}
    />
  );
}

function joinChoices(entry: DeskEntry, typed: string): Choice[] {
  const entries = reading.value?.entries ?? [];
  const above = entries.findLast(
    ({ section, start }) => section === entry.section && start < entry.start,
  );
  const others = entries.filter(({ start }) => start !== entry.start && start !== above?.start);
  const sorted = [
    ...others.filter(({ section }) => section === entry.section),
    ...others.filter(({ section }) => section !== entry.section),
  ];
  const choice = (other: DeskEntry, detail: string): Choice => ({
    id: String(other.start),
    label: [...other.items.slice(0, 1).map(labelOf), other.title].join(' '),
    detail,
    choose: () =>
      void act({
        do: 'join',
        at: entry.start,
        other: other.start === above?.start ? null : other.start,
      }),
  });
  const sectionOf = ({ section }: DeskEntry): string =>
    reading.value?.sections[section]?.title ?? '';
  return [
    ...(above ? [choice(above, 'the one above')] : []),
    ...sorted.map((other) => choice(other, sectionOf(other))),
  ].filter(({ label }) => label.toLowerCase().includes(typed));
}

function labelOf(id: string): string {
  return knownItems.value.get(id)?.label ?? id;
}
