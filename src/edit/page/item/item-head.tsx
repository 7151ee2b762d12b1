import type { JSX } from 'preact';
import { knownItems } from '../facts/list-state.ts';
import { stateOf, StateIcon } from '../layout/icon.tsx';
import { webAddress } from '../layout/web-address.ts';
import { chosen } from '../state.ts';
import { target } from './target.ts';

/** Number, title, state and address, and what else its entry is about. */
export function ItemHead(): JSX.Element {
  const { item, entry } = target.value;
  const title = item?.title ?? entry?.title ?? '';
  const url = webAddress(item?.url);
  return (
    <header class="item-head">
      <h2 id="item-title">
        <StateIcon item={item} />{' '}
        {item && url ? (
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            title={`Open ${url} in a new tab`}
          >
            {item.label}
          </a>
        ) : (
          item?.label
        )}{' '}
        <span dir="auto">{title}</span>
      </h2>
      <p class="quiet">
        {item ? stateOf(item) : 'Not among the facts'}
        {entry ? ` · ${wordsNames[entry.words]}` : ' · not in the report'}
      </p>
      <Others />
    </header>
  );
}

const wordsNames = {
  drafted: "in the draft's words",
  edited: 'edited',
  added: 'added by you',
};

/** The other items of the entry: choosing one shows it. */
function Others(): JSX.Element | null {
  const { item, entry } = target.value;
  const others = (entry?.items ?? []).filter((id) => id !== item?.id);
  if (others.length === 0) return null;
  return (
    <p class="others">
      <span class="quiet">With </span>
      {others.map((id) => {
        const other = knownItems.value.get(id);
        return other ? (
          <button
            key={id}
            type="button"
            class="link"
            title={other.title}
            onClick={() => {
              chosen.value = id;
            }}
          >
            {other.label}
          </button>
        ) : (
          <span key={id}>{id}</span>
        );
      })}
    </p>
  );
}
