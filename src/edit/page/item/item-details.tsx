import type { JSX } from 'preact';
import type { FactItem } from '../../protocol.ts';
import { query } from '../facts/list-state.ts';
import { Why } from './why.tsx';

/** Who did what, why it is where it is, and what its author wrote. Foreign words are text, never markup. */
export function ItemDetails({ item }: { item: FactItem }): JSX.Element {
  const { people, labels, files, note, body, why, section } = item;
  return (
    <div class="item-details">
      {labels.length > 0 && (
        <p class="labels">
          {labels.map((label) => (
            <button
              key={label}
              type="button"
              class="label"
              title={`Search for ${label}`}
              dir="auto"
              onClick={() => {
                query.value = label;
              }}
            >
              {label}
            </button>
          ))}
        </p>
      )}
      <People people={people} />
      {why.length > 0 && (
        <Part title={section === null ? 'Why it is not in the draft' : 'Why it is in this section'}>
          <Why lines={why} />
        </Part>
      )}
      {note !== null && (
        <Part title="Note">
          <p class="foreign" dir="auto">
            {note}
          </p>
        </Part>
      )}
      {body !== null && (
        <Part title="Description">
          <p class="foreign" dir="auto">
            {body === '' ? 'It has none.' : body}
          </p>
        </Part>
      )}
      {files && files.length > 0 && <Files files={files} />}
    </div>
  );
}

function Part({ title, children }: { title: string; children: JSX.Element }): JSX.Element {
  return (
    <div class="part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function People({ people }: Pick<FactItem, 'people'>): JSX.Element | null {
  if (people.length === 0) return null;
  return (
    <Part title="People">
      <ul class="people">
        {people.map(({ login, name, did }) => (
          <li key={login ?? name}>
            <span dir="auto">{login === null ? name : `@${login}`}</span>
            {did.length > 0 && <span class="quiet"> {did.join(', ')}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** How many paths are drawn. */
const MOST_FILES = 200;

function Files({ files }: { files: NonNullable<FactItem['files']> }): JSX.Element {
  return (
    <Part title={files.length === 1 ? '1 changed file' : `${files.length} changed files`}>
      <ul class="files">
        {files.slice(0, MOST_FILES).map(({ path, additions, deletions }) => (
          <li key={path}>
            <code dir="auto">{path}</code> <span class="added">+{additions}</span>{' '}
            <span class="deleted">−{deletions}</span>
          </li>
        ))}
        {files.length > MOST_FILES && <li class="quiet">and {files.length - MOST_FILES} more</li>}
      </ul>
    </Part>
  );
}
