import { plainText } from '../../markdown/plain-text.ts';

/** A dependency bump as a title tells of it; a version is null when the title lacks it. */
export interface Bump {
  package: string;
  from: string | null;
  to: string | null;
}

const VERB = /^(?:bump|bumps|update|updates|upgrade|pin)$/i;
/** How many words may come before the verb: `chore(deps):`, `[security]`, `⬆️`, `deps: security`. */
const MOST_BEFORE = 3;
/** Words around the name of a package for what kind of thing it is. */
const KIND =
  /^(?:the|dependency|module|package|npm|rust|crate|docker|image|tag|digest|action|orb|helm|release|chart|plugin|requirement|monorepo|commit|hash|terraform|provider)$/i;
const VERSION = /^[~^<>=]*v?(?:\d[\w.+-]*|[\da-f]{7,40})$/i;
const WHOLE = /^(?:all (?:non-major )?dependencies|all digest updates)$/i;

/**
 * Reads the title of a dependency bump as Dependabot (`Bump goose from 1.41.0 to 1.45.0 in /app`,
 * `Bump the npm group with 3 updates`) and Renovate (`Update dependency goose to v1.45.0`,
 * `Update actions/checkout action to v4`, `Lock file maintenance`) write it, behind any conventional
 * prefix. Null for any other title.
 */
export function readBump(title: string): Bump | null {
  const words = plainText(title).split(' ');
  if (/lock ?file maintenance$/i.test(words.join(' '))) return whole('lock file maintenance');
  const verb = words.slice(0, MOST_BEFORE + 1).findIndex((word) => VERB.test(word));
  if (verb === -1) return null;
  const rest = words.slice(verb + 1);
  const [the = '', name = '', group = ''] = rest;
  if (/^the$/i.test(the) && /^group$/i.test(group)) return whole(`${name} group`);
  const to = rest.findIndex((word) => word.toLowerCase() === 'to');
  if (to === -1) return WHOLE.test(rest.join(' ')) ? whole(rest.join(' ')) : null;
  const from = rest.slice(0, to).findIndex((word) => word.toLowerCase() === 'from');
  const subject = packageIn(rest.slice(0, from === -1 ? to : from));
  const newVersion = versionIn(rest.slice(to + 1, to + 3));
  if (subject === null || newVersion === null) return null;
  return {
    package: subject,
    from: from === -1 ? null : versionIn(rest.slice(from + 1, to)),
    to: newVersion,
  };
}

function whole(name: string): Bump {
  return { package: name, from: null, to: null };
}

/** The name without the kinds before and after it; it is one word. */
function packageIn(words: readonly string[]): string | null {
  const first = words.findIndex((word) => !KIND.test(word));
  const last = words.findLastIndex((word) => !KIND.test(word));
  const name = words[first];
  return name !== undefined && first === last ? name.replace(/^`|`$/g, '') : null;
}

/** `1.2.3`, or the end of a requirement like `~> 1.2`. */
function versionIn(words: readonly string[]): string | null {
  const version = words.map((word) => word.replace(/^`|[`,;]$/g, '')).find(isVersion);
  return version ?? null;
}

function isVersion(word: string): boolean {
  return VERSION.test(word);
}
