/** Verbs that titles begin with, and their past tenses. */
const pasts: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'made make, built build, brought bring, chose choose, split split, set set, put put, let let',
  ),
  ...pairs('kept keep, wrote write, took take, gave give, got get, left leave, sent send, ran run'),
  ...pairs(
    'hid hide, read read, found find, forbade forbid, stopped stop, dropped drop, wrapped wrap',
  ),
  ...pairs(
    'trimmed trim, skipped skip, swapped swap, stripped strip, mapped map, bumped bump, pinned pin, preferred prefer',
  ),
  ...pairs(
    'logged log, debugged debug, flagged flag, tagged tag, unified unify, simplified simplify',
  ),
  ...pairs(
    'specified specify, clarified clarify, modified modify, verified verify, applied apply, tidied tidy',
  ),
  ...regular('accept add adjust adopt align allow append avoid backport check clean collapse'),
  ...regular(
    'change configure consider convert copyedit correct create decrease define delay delete',
  ),
  ...regular(
    'deprecate deploy detect disable discard display document eliminate emit enable enforce ensure escape expand',
  ),
  ...regular(
    'explain export expose extend extract fix format guard handle harden ignore implement import',
  ),
  ...regular(
    'improve include increase initialise initialize inline install introduce link load lower merge',
  ),
  ...regular('migrate move optimize parse patch pass prepare prevent print propagate provide'),
  ...regular(
    'publish raise recognize reduce refactor reject relax release reload remove rename reorder',
  ),
  ...regular('replace report require resolve restore restrict return reuse revert revise rework'),
  ...regular(
    'save serialise serialize shorten show silence sort speed support suppress switch sync test',
  ),
  ...regular('translate treat turn unwrap update upgrade use validate warn widen wire'),
]);

function pairs(words: string): [string, string][] {
  return words.split(', ').map((pair) => {
    const [past = '', verb = ''] = pair.split(' ');
    return [verb, past];
  });
}

function regular(verbs: string): [string, string][] {
  return verbs.split(' ').map((verb) => [verb, verb.endsWith('e') ? `${verb}d` : `${verb}ed`]);
}

const FIRST_WORD = /^[A-Za-z][a-z]*(?=\s)/;

/** A text whose first word, if it is one of these verbs, begins with a small letter; to go on a line with others. */
export function asPhrase(text: string): string {
  const [first = ''] = FIRST_WORD.exec(text) ?? [];
  return pasts.has(first.toLowerCase()) ? first.toLowerCase() + text.slice(first.length) : text;
}

/** A text whose first word, if it is one of these verbs, is in the past tense. */
export function inPastTense(text: string): string {
  const [first = ''] = FIRST_WORD.exec(text) ?? [];
  const past = pasts.get(first.toLowerCase());
  if (past === undefined) return text;
  const capital = past.charAt(0).toUpperCase() + past.slice(1);
  return capital + text.slice(first.length);
}
