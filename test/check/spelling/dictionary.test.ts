import { describe, expect, test } from 'vitest';
import { unpackDictionary } from '../../../src/check/spelling/dictionary.ts';
import { shippedDictionary } from '../world.ts';

describe('the dictionary that ships', async () => {
  const dictionary = await shippedDictionary();

  test.each([
    ['imrpoved', 'improved'],
    ['contrinutors', 'contributors'],
    ['contrinutions', 'contributions'],
    ['wteaking', 'tweaking'],
    ['seperate', 'separate'],
    ['contaniners', 'containers'],
    ['nameing', 'naming'],
    ['occured', 'occurred'],
    ['recieve', 'receive'],
    ['currrently', 'currently'],
    ['compatiblity', 'compatibility'],
    ['doesnt', "doesn't"],
  ])('knows %s for a slip in %s', (slip, word) => {
    expect(dictionary.has(slip)).toBe(false);
    expect(dictionary.near(slip)[0]?.word).toBe(word);
  });

  test.each(
    'auditd btrfs color colour containerd dockerfile favourite initrd kubelet netboot qemu rootfs runc systemd tty vsock'.split(
      ' ',
    ),
  )('knows %s', (word) => {
    expect(dictionary.has(word)).toBe(true);
  });
});

test.each(
  'brocoli cant conciousness doesnt execeptional flesystems mergd oject pendin thats wont'.split(
    ' ',
  ),
)('lacks %s, which some word list has or comes near to', async (slip) => {
  const dictionary = await shippedDictionary();
  expect(dictionary.has(slip)).toBe(false);
  expect(dictionary.near(slip)).not.toEqual([]);
});

test('knows the words that terms and common words are made into', async () => {
  const dictionary = await shippedDictionary();
  expect(['upserting', 'dockerfiles'].filter((word) => !dictionary.has(word))).toEqual([]);
  expect(['readback', 'unsets'].filter((word) => !dictionary.isMade(word))).toEqual([]);
  expect(['interruptable', 'backtab'].filter((word) => dictionary.isMade(word))).toEqual([]);
});

test('a strange letter in front makes a name', async () => {
  expect((await shippedDictionary()).near('okernel')).toEqual([]);
});

test('unpacks words that begin like the one before', () => {
  const dictionary = unpackDictionary('Aabcord1GingGsAabout1Arootfs5');
  const words = ['about', 'abcord', 'abcording', 'abcords', 'rootfs', 'abcor'];
  expect(words.filter((word) => dictionary.has(word))).toEqual(words.slice(0, 5));
  expect(dictionary.near('rotfs')).toEqual([]);
  expect(dictionary.near('abuot').map(({ word }) => word)).toEqual(['about']);
});
