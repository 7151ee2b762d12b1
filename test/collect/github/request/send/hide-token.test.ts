import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hidingToken } from '../../../../../src/collect/github/request/send/hide-token.ts';
import { runs } from '../../../../support/runs.ts';

const token = 'ghp_aB3dE5gH7jK9aB3dE5gH7jK9aB3dE5gH7jK9';
const hide = hidingToken(token);

test('the token itself becomes an ellipsis, everywhere', () => {
  expect(hide(`a ${token} b${token}`)).toBe('a … b…');
  expect(hidingToken(`${token}\n`)(token)).toBe('…');
  expect(hidingToken(' ')('a b')).toBe('a b');
});

describe('in base64, whatever is around it', () => {
  test.each(['base64', 'base64url'] as const)('%s', (form) => {
    for (const text of [token, `x-access-token:${token}`, `${token}:`, `${token}:x-oauth-basic`]) {
      const encoded = Buffer.from(text).toString(form);
      const hidden = hide(`Authorization: basic ${encoded}`);
      expect(hidden).toMatch(/^Authorization: basic [\w=-]*…[\w=-]*$/);
      expect(hidden.length).toBeLessThan(`Authorization: basic ${encoded}`.length - 50);
    }
  });

  test('at any place, no part of it is left', () => {
    const around = fc.string({ maxLength: 12 });
    const form = fc.constantFrom('base64' as const, 'base64url' as const);
    const secret = fc.string({ minLength: 12, maxLength: 60 }).filter((text) => !/\s/.test(text));
    fc.assert(
      fc.property(secret, around, around, form, (one, before, after, as) => {
        const encode = (text: string) => Buffer.from(text).toString(as);
        const hidden = hidingToken(one)(encode(`${before}${one}${after}`));
        // At each end, one character may hold a few bits of it.
        const most = encode(before).length + encode(after).length + '…'.length + 4;
        expect(hidden).toContain('…');
        expect(hidden.length).toBeLessThanOrEqual(most);
      }),
      runs(300),
    );
  });
});

test('percent-encoded, wholly or in part, and in percent-encoded base64', () => {
  const whole = Buffer.from(token).toString('hex').replaceAll(/../g, '%$&');
  expect(hide(whole)).toBe('…');
  expect(hide(whole.toUpperCase())).toBe('…');
  expect(hide(`%67${token.slice(1)}`)).toBe('…');
  const odd = hidingToken('a+/b?c=d~e>f?g+/h');
  expect(odd(encodeURIComponent('a+/b?c=d~e>f?g+/h'))).toBe('…');
  const base64 = Buffer.from('::a+/b?c=d~e>f?g+/h').toString('base64');
  expect(odd(encodeURIComponent(base64)).length).toBeLessThan(12);
});

test('a short token leaves base64 alone', () => {
  expect(hidingToken('abc')('YWJj abc')).toBe('YWJj …');
});
