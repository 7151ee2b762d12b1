/**
 * What depends on more than its arguments, for the rules `no-restricted-*` of ESLint. Imports of
 * files and of Node's modules are checked in .dependency-cruiser.js.
 */

/** @typedef {{ globals: string[], properties: [string, string][], syntax: [selector: string, what: string][] }} Restrictions */

const missing = (/** @type {number} */ index) =>
  `:matches([arguments.length<${index + 1}], [arguments.${index}.name=/^undefined$/])`;

/** Clock, timezone, language and environment. @type {Restrictions} */
const machine = {
  globals: ['Temporal', 'global', 'navigator', 'performance', 'process'],
  properties: [['Date', 'now']],
  syntax: [
    ['NewExpression[callee.name="Date"][arguments.length=0]', 'new Date() reads the clock'],
    ['CallExpression[callee.name="Date"]', 'Date() reads the clock, whatever it is given'],
    ['NewExpression[callee.name="Date"][arguments.length>1]', 'new Date(y, m) is local time'],
    ['CallExpression[callee.name="dayjs"]', 'dayjs() is local time: use dayjs.utc(instant)'],
    [
      `CallExpression[callee.object.name="dayjs"][callee.property.name="utc"]${missing(0)}`,
      'dayjs.utc() reads the clock',
    ],
    [
      `CallExpression[callee.object.name="dayjs"][callee.property.name="tz"]${missing(1)}`,
      'dayjs.tz() reads the clock or the timezone: give it an instant and a timezone',
    ],
    ['MemberExpression[property.name="guess"]', 'guess() reads the timezone'],
    [
      `:matches(NewExpression, CallExpression)[callee.object.name="Intl"][callee.property.name!="getCanonicalLocales"]${missing(0)}`,
      'Intl without a locale takes that of the machine',
    ],
    [
      ':matches(NewExpression, CallExpression)[callee.property.name="DateTimeFormat"]:not(:has(Property[key.name="timeZone"]))',
      'Intl.DateTimeFormat without a timeZone takes that of the machine',
    ],
    [
      'MemberExpression[property.name=/^([gs]et(Date|Day|FullYear|Hours|Minutes|Month)|getTimezoneOffset|to(Date|Time)String)$/]',
      'This method uses the timezone of the machine: use its UTC counterpart',
    ],
    [
      `CallExpression[callee.property.name=/^(localeCompare|toLocale(Date|Time)String)$/]${missing(1)}`,
      'This method takes locale or timezone from the machine unless both arguments are given',
    ],
    [
      `CallExpression[callee.property.name=/^toLocale(String|LowerCase|UpperCase)$/]${missing(0)}`,
      'Without a locale this method takes that of the machine',
    ],
  ],
};

/** Network, terminal, timers, randomness. @type {Restrictions} */
const outside = {
  globals: [
    'EventSource',
    'WebSocket',
    'XMLHttpRequest',
    'console',
    'crypto',
    'fetch',
    'globalThis',
    'require',
    'setImmediate',
    'setInterval',
    'setTimeout',
  ],
  properties: [
    ['AbortSignal', 'timeout'],
    ['Math', 'random'],
  ],
  syntax: [['MetaProperty[meta.name="import"]', 'import.meta depends on where the program is']],
};

/** All of `globalThis` but `globalThis.fetch`. @type {Restrictions} */
const hiddenGlobals = {
  globals: [],
  properties: [],
  syntax: [
    [
      ':not(MemberExpression[property.name="fetch"], TSTypeQuery) > Identifier[name="globalThis"]',
      'globalThis hides globals from these rules',
    ],
  ],
};

const pass = 'Let a command read it and pass it in, so that the same input gives the same output.';

/**
 * @param {Restrictions[]} restrictions
 * @param {Record<string, string[]>} names that may be imported from modules of Node
 * @returns {import('eslint').Linter.RulesRecord}
 */
function rules(restrictions, names) {
  return {
    'no-restricted-globals': [
      'error',
      ...restrictions.flatMap(({ globals }) => globals.map((name) => ({ name, message: pass }))),
    ],
    'no-restricted-properties': [
      'error',
      ...restrictions
        .flatMap(({ properties }) => properties)
        .map(([object, property]) => ({ object, property, message: pass })),
    ],
    'no-restricted-syntax': [
      'error',
      ...restrictions
        .flatMap(({ syntax }) => syntax)
        .map(([selector, what]) => ({ selector, message: `${what}. ${pass}` })),
      {
        selector: 'ImportExpression[source.type!="Literal"]',
        message: 'Write the path as a string: lint must see what is imported.',
      },
      ...Object.keys(names).map((module) => ({
        selector: `ImportExpression[source.value=/^(node:)?${module}$/]`,
        message: 'Use an import declaration: lint must see which names are imported.',
      })),
    ],
    'no-restricted-imports': [
      'error',
      ...Object.entries(names).flatMap(([module, allowImportNames]) =>
        [module, `node:${module}`].map((name) => ({
          name,
          allowImportNames,
          allowTypeImports: true,
          message: pass,
        })),
      ),
    ],
  };
}

/** For all of src/: every import must be visible to dependency-cruiser. */
export const everywhere = rules([], {});

/** For what works on the snapshot. */
export const pure = rules([machine, outside], { crypto: ['createHash', 'hash'] });

/** For files that may use the network, the disk and processes. */
export const timeless = rules([machine, hiddenGlobals], { os: ['EOL', 'devNull'] });
