/*
 * Values as YAML. Reading YAML is a library's; the library writes it too, but loading it takes a third of
 * the time of a small report, and JSON's strings are YAML's.
 */

/** How a text is written where it can be. */
export type QuoteStyle = 'plain' | 'single' | 'double';

// No number, date or word for true, false or nothing in any version of YAML, and no syntax.
const PLAIN = /^(?! )(?!.* $)\p{L}[\p{L}\p{M}\p{N} _./()+&'’“”–—;!?…@*%-]*$/u;
const WORDS = /^(?:y|n|yes|no|true|false|on|off|null)$/i;

/** A text as one line of YAML, which means that text in a list, in a map and as a key. */
export function yamlScalar(text: string, style: QuoteStyle = 'plain'): string {
  const isVisible = !invisible.test(text);
  if (style === 'plain' && isVisible && PLAIN.test(text) && !WORDS.test(text)) return text;
  if (style === 'single' && isVisible) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(invisibles, escape);
}

/** The same as a key, which front matter can begin with. */
export function yamlKey(text: string, style: QuoteStyle = 'plain'): string {
  return yamlScalar(
    text,
    style === 'plain' && /[^\p{L}\p{M}\p{N}_.-]/u.test(text) ? 'double' : style,
  );
}

// What YAML does not allow, what ends a line, and what hides in one. Joiners are letters' and emoji's.
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u;
const invisibles = new RegExp(invisible, 'gu');

function escape(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** Values by their keys, as lines of YAML. */
export function yamlLines(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = yamlKey(key);
    if (isEmpty(value)) return [`${name}: ${yamlValue(value)}`];
    return [`${name}:`, ...linesOf(value).map((line) => `  ${line}`)];
  });
}

/** The lines of a list or a map with something in it. */
function linesOf(value: object): string[] {
  if (!Array.isArray(value)) return yamlLines(value as Record<string, unknown>);
  return value.flatMap((item: unknown) => {
    if (isEmpty(item)) return [`- ${yamlValue(item)}`];
    const [first = '', ...others] = linesOf(item);
    return [`- ${first}`, ...others.map((line) => `  ${line}`)];
  });
}

/** Whether a value takes one line. */
function isEmpty(value: unknown): value is Exclude<unknown, object> {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

function yamlValue(value: unknown): string {
  if (typeof value === 'string') return yamlScalar(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  return JSON.stringify(value ?? null);
}
