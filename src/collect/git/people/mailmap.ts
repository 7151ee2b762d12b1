import type { Signature } from '../history/signature.ts';

interface Entry {
  name?: string;
  email?: string;
}

/** One address and what follows it: `Name <address> rest`. As in git, an empty first one is no address. */
const ADDRESS = /^(?<name>[^<]*)<(?<email>[^>]*)>(?<rest>.*)$/s;

/** A `.mailmap`, read as git reads it (gitmailmap(5)): who a name and an address really are. */
export class Mailmap {
  readonly #entries = new Map<string, Entry & { byName: Map<string, Entry> }>();

  constructor(text: string) {
    for (const line of text.split('\n')) if (!line.startsWith('#')) this.#add(line);
  }

  /** The proper signature of a person; the same one when the file doesn't name it. */
  proper(signature: Signature): Signature {
    const entry = this.#entries.get(lowerCase(signature.email));
    const { name, email } = entry?.byName.get(lowerCase(signature.name)) ?? entry ?? {};
    return { name: name ?? signature.name, email: email ?? signature.email };
  }

  #add(line: string): void {
    const first = ADDRESS.exec(line)?.groups;
    if (!first?.['email']) return;
    const second = ADDRESS.exec(first['rest'] ?? '')?.groups;
    const name = trimmed(first['name']);
    const proper: Entry = {
      ...(name === '' ? {} : { name }),
      ...(second ? { email: first['email'] } : {}),
    };
    const key = lowerCase(second?.['email'] ?? first['email']);
    const entry = this.#entries.get(key) ?? { byName: new Map<string, Entry>() };
    this.#entries.set(key, entry);
    const oldName = trimmed(second?.['name']);
    if (oldName === '') Object.assign(entry, proper);
    else entry.byName.set(lowerCase(oldName), proper);
  }
}

/** Git compares the letters of ASCII alone without their case. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Without what git takes for white space. */
function trimmed(text = ''): string {
  return text.replace(/^[ \t\r\n]+/, '').replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '');
}
