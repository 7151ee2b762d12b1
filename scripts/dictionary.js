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

/** What is merely known. */
const technical = [
  '@cspell/dict-docker/dict/docker-words.txt.gz',
  '@cspell/dict-filetypes/filetypes.txt.gz',
  '@cspell/dict-golang/dict/go.txt',
  '@cspell/dict-k8s/dict/k8s.txt',
  '@cspell/dict-node/dict/node.txt',
  '@cspell/dict-npm/dict/npm.txt',
  '@cspell/dict-python/dict/python-common.txt',
  '@cspell/dict-rust/dict/rust.txt.gz',
  '@cspell/dict-software-terms/dict/computing-acronyms.txt',
  '@cspell/dict-software-terms/dict/networkingTerms.txt',
  '@cspell/dict-software-terms/dict/software-tools.txt',
  '@cspell/dict-software-terms/dict/softwareTerms.txt.gz',
  '@cspell/dict-software-terms/dict/webServices.txt',
];

/** Terms that none of them has, and that look like slips in English words. */
const missing = `
  acpid alsa arping auditd autofs bcache bitfield btrfs buildx chattr checkin chrony crond dbus
  diskless ebtables exfat extfs fdisk fuser golint gvisor hardlink hyperv iperf jsonnet kdump
  kasan kexec kprobe logind ltrace madvise netboot netns nftables nixos numpy nvme overlayfs
  pthread qcow rebasable refcounted reflog rootfs rubocop runit runv shellcheck slirp swapon
  swarmd ubsan uboot untar uprobe upstreamed vhdx vsock zswap
`;

/** @param {string} file below node_modules */
const resolve = (file) => fileURLToPath(new URL(`../node_modules/${file}`, import.meta.url));

/** The dictionaries' files: what is passed on, for the notices of their licences. */
export const dictionaryFiles = [...english, ...technical].map((file) => resolve(file));

/** @returns {Promise<string>} in the form that src/check/spelling/dictionary.ts unpacks */
export async function packedDictionary() {
  const words = await wordsOf(english);
  const terms = await wordsOf(technical);
  for (const term of missing.trim().split(/\s+/)) terms.add(term);
  const own = [...terms].filter((term) => !words.has(term));
  return `${pack([...words].sort())}\n${pack(own.sort())}`;
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

/** @param {string[]} files */
async function wordsOf(files) {
  const entries = await Promise.all(files.map((file) => readEntries(resolve(file))));
  // A possessive is its noun with an ending, which the reader of words takes off.
  const words = entries.flat().flatMap((entry) => wordOf(entry)?.replace(/'s$/, '') ?? []);
  return new Set(words);
}

/** @param {string} path */
async function readEntries(path) {
  const file = await readFile(path);
  const data = path.endsWith('.gz') ? await promisify(gunzip)(file) : file;
  if (path.includes('.trie')) return [...decodeTrie(data).words()];
  return data.toString().replace(/#.*/g, '').split(/\s+/);
}

/**
 * An entry without its marks: `~` is a form without capitals or accents, `+` and `*` join to others.
 * What `!` forbids is no word, and neither is an identifier.
 *
 * @param {string} entry
 */
function wordOf(entry) {
  const word = entry.replace(/^[~+*]+|[+*]+$/g, '').toLowerCase();
  return /^[a-z][a-z']{2,}$/.test(word) ? word : undefined;
}

/** @param {string[]} words sorted */
function pack(words) {
  let before = '';
  return words
    .map((word) => {
      let shared = 0;
      while (shared < 25 && word[shared] === before[shared]) shared += 1;
      // Words with the same three letters can be unpacked without the others.
      if (shared < 3) shared = 0;
      before = word;
      return String.fromCharCode(65 + shared) + word.slice(shared);
    })
    .join('');
}
