import { describe, expect, test } from 'vitest';
import {
  classifyProblem,
  classifyProblems,
  classifyStatus,
  type ResponseHeaders,
} from '../../../../../src/collect/github/request/failures/classify.ts';

const secondary = 'You have exceeded a secondary rate limit.';
const primary = 'API rate limit exceeded for user ID 1.';

describe('an HTTP status', () => {
  test.each<[number, string, ResponseHeaders, string]>([
    [401, 'Bad credentials', {}, 'unauthorized'],
    [403, 'Resource protected by organization SAML enforcement', {}, 'forbidden'],
    [403, secondary, {}, 'secondary-limited'],
    [403, secondary, { 'x-ratelimit-remaining': '0' }, 'secondary-limited'],
    [403, primary, {}, 'rate-limited'],
    [403, 'Forbidden', { 'x-ratelimit-remaining': '0' }, 'rate-limited'],
    [403, 'Forbidden', { 'x-ratelimit-remaining': '1' }, 'forbidden'],
    [403, 'Forbidden', { 'retry-after': '7' }, 'secondary-limited'],
    [403, 'Forbidden', { 'retry-after': 'soon' }, 'forbidden'],
    [429, 'Too many requests', {}, 'secondary-limited'],
    [404, 'Not Found', {}, 'wrong-endpoint'],
    [408, 'Request Timeout', {}, 'unavailable'],
    [418, 'I am a teapot', {}, 'refused'],
    [499, '', {}, 'refused'],
    [500, '', {}, 'unavailable'],
    [502, '', {}, 'heavy'],
    [503, '', {}, 'unavailable'],
    [504, '', {}, 'heavy'],
  ])('%i %s %j: %s', (status, message, headers, kind) => {
    expect(classifyStatus(status, message, headers).kind).toBe(kind);
  });

  test('comes with the limits of its headers', () => {
    const headers = {
      'retry-after': '7',
      'x-ratelimit-reset': '1494226800',
      date: 'Mon, 08 May 2017 06:00:00 GMT',
    };
    expect(classifyStatus(429, secondary, headers)).toMatchObject({
      retryAfter: 7,
      resetAt: Date.parse('2017-05-08T07:00:00Z'),
      date: Date.parse('2017-05-08T06:00:00Z'),
    });
    const invalid = { 'retry-after': '-1', 'x-ratelimit-reset': '1e9', date: 'today' };
    expect(classifyStatus(429, secondary, invalid)).toMatchObject({
      retryAfter: null,
      resetAt: null,
      date: null,
    });
  });

  test('has one line of the body for a message', () => {
    const message = (body: string) => classifyStatus(500, body, {}).message;
    expect(message(' one \ntwo')).toBe('HTTP 500: one');
    expect(message('<html>\nUnicorn!')).toBe('HTTP 500: an HTML page instead of JSON');
    expect(message('x'.repeat(200))).toHaveLength(210);
    expect(message('x'.repeat(201))).toBe(`HTTP 500: ${'x'.repeat(200)}…`);
  });
});

describe('the errors of an answer', () => {
  const path = ['f0'];

  test('are the failure of the whole request when they have no place in the data', () => {
    const placed = { message: 'No.', type: 'FORBIDDEN', path };
    const unplaced = { message: 'Oops.' };
    const kind = (...problems: Parameters<typeof classifyProblems>[0]) =>
      classifyProblems(problems, {})?.kind ?? null;
    expect(kind()).toBeNull();
    expect(kind(placed)).toBeNull();
    expect(kind(placed, unplaced)).toBe('unexplained');
    expect(kind({ ...placed, path: [0] })).toBe('forbidden');
  });

  test.each([
    ['RATE_LIMITED', 'x', 'rate-limited'],
    ['RATE_LIMIT', 'x', 'rate-limited'],
    ['RATE_LIMITS', 'x', null],
    [undefined, primary, 'rate-limited'],
    [undefined, secondary, 'secondary-limited'],
    ['RATE_LIMITED', secondary, 'secondary-limited'],
  ])('are a limit, wherever they are: %s %s', (type, message, kind) => {
    const problem = { message, path, ...(type !== undefined && { type }) };
    expect(classifyProblems([problem], {})?.kind ?? null).toBe(kind);
  });

  test.each([
    [{ type: 'NOT_FOUND' }, 'not-found'],
    [{ type: 'FORBIDDEN' }, 'forbidden'],
    [{ type: 'RESOURCE_LIMITS_EXCEEDED', extensions: { code: 'x' } }, 'heavy'],
    [{ type: 'MAX_NODE_LIMIT_EXCEEDED', extensions: { code: 'x' } }, 'heavy'],
    [{ message: 'Something went wrong while executing.', extensions: { code: 'x' } }, 'heavy'],
    [{ message: 'timedout', extensions: { code: 'x' } }, 'heavy'],
    [{ extensions: { code: 'undefinedField' } }, 'refused'],
    [{ message: 'The listed users cannot be searched.' }, 'forbidden'],
    [{}, 'unexplained'],
  ])('at a field: %j is %s', (problem, kind) => {
    expect(classifyProblem({ message: 'No.', path, ...problem }).kind).toBe(kind);
  });
});
