import type { JSX } from 'preact';
import { act } from '../act.ts';
import { knownItems } from '../facts/list-state.ts';
import { target } from '../item/target.ts';
import { type Choice, Picker } from '../layout/picker.tsx';
import { facts } from '../state.ts';

/** Credits somebody in an entry: those who had to do with it come first. */
export function CreditMenu(): JSX.Element {
  return (
    <Picker
      name="credit"
      title="Credit whom?"
      placeholder="Login or name"
      choices={(typed) => creditChoices(typed.replace(/^@/, '').toLowerCase())}
    />
  );
}

function creditChoices(typed: string): Choice[] {
  const { entry } = target.value;
  if (!entry) return [];
  const credited = new Set(entry.people.map((person) => person.toLowerCase()));
  const did = new Map(
    entry.items
      .flatMap((id) => knownItems.value.get(id)?.people ?? [])
      .flatMap((person) => (person.login === null ? [] : [[person.login, person.did.join(', ')]])),
  );
  const people = facts.value?.people ?? [];
  const near = people.filter(({ login }) => did.has(login));
  return [...near, ...people.filter(({ login }) => !did.has(login))].flatMap(({ login, name }) => {
    if (credited.has(login.toLowerCase())) return [];
    if (!`${login}\n${name ?? ''}`.toLowerCase().includes(typed)) return [];
    return [
      {
        id: login,
        label: `@${login}`,
        detail: [name, did.get(login)].filter(Boolean).join(' · '),
        choose: () => void act({ do: 'credit', at: entry.start, login }),
      },
    ];
  });
}
