import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { ItemPane } from '../item/item-pane.tsx';
import { Splitter } from '../layout/splitter.tsx';
import { FactTree } from './fact-tree.tsx';
import { FactsNotice } from './facts-notice.tsx';
import { shows, type Show } from './filter.ts';
import { counts, query, show } from './list-state.ts';

/** Of the list, in percent of the pane. */
const height = signal(48);

/** What is in the report and what is not, and all about one of them. */
export function FactsPane({ isShown }: { isShown: boolean }): JSX.Element {
  return (
    <section id="facts" class="pane facts" aria-label="Facts" hidden={!isShown}>
      <div id="facts-upper" class="facts-upper" style={{ flexBasis: `${height.value}%` }}>
        <Search />
        <FactsNotice />
        <FactTree />
      </div>
      <Splitter
        id="facts-splitter"
        name="Height of the list of facts"
        controls="facts-upper"
        size={height}
        least={15}
        most={85}
        orientation="horizontal"
      />
      <ItemPane />
    </section>
  );
}

function Search(): JSX.Element {
  const { all, shown } = counts.value;
  const isNarrowed = query.value !== '' || show.value !== 'all';
  return (
    <search class="facts-find">
      <input
        id="facts-search"
        class="field"
        type="search"
        aria-label="Search the facts"
        aria-keyshortcuts="Control+K"
        title="Search the facts (Ctrl-K)"
        placeholder="#12, @login, words, paths"
        autocomplete="off"
        spellcheck={false}
        value={query.value}
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('#facts-list [data-key]')?.focus();
        }}
      />
      <select
        id="facts-show"
        class="field"
        aria-label="Show"
        value={show.value}
        onChange={({ currentTarget }) => {
          show.value = currentTarget.value as Show;
        }}
      >
        {Object.entries(shows).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
      <p id="facts-count" class={isNarrowed ? 'quiet' : 'unseen'} role="status">
        {isNarrowed ? `${shown} of ${all}` : ''}
      </p>
    </search>
  );
}
