/**
 * What of JavaScript and Node depends on more than its arguments, by kind. Tables only; the rule
 * that reads them is pure-past-collect.
 */

/** @typedef {'clock' | 'timers' | 'random' | 'environment' | 'disk' | 'network' | 'processes' | 'terminal'} Kind */

/** @type {Kind[]} */
export const kinds = [
  'clock',
  'timers',
  'random',
  'environment',
  'disk',
  'network',
  'processes',
  'terminal',
];

/** Globals, wholly. @type {Record<string, Kind>} */
export const globals = {
  performance: 'timers',
  setImmediate: 'timers',
  setInterval: 'timers',
  setTimeout: 'timers',
  globalThis: 'environment',
  process: 'environment',
  EventSource: 'network',
  WebSocket: 'network',
  fetch: 'network',
  console: 'terminal',
};

/** Members of globals and of imported packages. @type {Record<string, Kind>} */
export const members = {
  'Date.now': 'clock',
  'Math.random': 'random',
  'crypto.getRandomValues': 'random',
  'crypto.randomBytes': 'random',
  'crypto.randomInt': 'random',
  'crypto.randomUUID': 'random',
  'dayjs.tz.guess': 'environment',
};

/** Functions and classes that read the clock, or the machine, when called without arguments. @type {Record<string, Kind>} */
export const withoutArguments = {
  Date: 'clock',
  dayjs: 'clock',
  'dayjs.tz': 'clock',
  'dayjs.utc': 'clock',
  'Intl.Collator': 'environment',
  'Intl.DateTimeFormat': 'environment',
  'Intl.NumberFormat': 'environment',
};

/**
 * Methods that use the machine's timezone or language, unless given this many arguments: what they
 * return differs from one machine to the next.
 *
 * @type {Record<string, number>}
 */
export const localMethods = {
  getDate: Infinity,
  getDay: Infinity,
  getFullYear: Infinity,
  getHours: Infinity,
  getMinutes: Infinity,
  getMonth: Infinity,
  getTimezoneOffset: Infinity,
  localeCompare: 2,
  toLocaleDateString: 2,
  toLocaleLowerCase: 1,
  toLocaleString: 1,
  toLocaleTimeString: 2,
  toLocaleUpperCase: 1,
};

/** Node's modules that depend on their arguments alone. `crypto` is for hashes. */
export const pureModules = new Set(['assert', 'buffer', 'crypto', 'path', 'url', 'util']);

/** Exports of other modules that are the same on every run. */
export const constants = new Set(['os.EOL', 'os.devNull']);

/** @type {Record<string, Kind>} */
export const modules = {
  fs: 'disk',
  dgram: 'network',
  dns: 'network',
  http: 'network',
  http2: 'network',
  https: 'network',
  net: 'network',
  tls: 'network',
  child_process: 'processes',
  worker_threads: 'processes',
  perf_hooks: 'timers',
  timers: 'timers',
  readline: 'terminal',
  tty: 'terminal',
};
