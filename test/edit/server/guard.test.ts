import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { openDesk, send, sharedDesk } from '../open-desk.ts';

describe('who may talk to the desk', () => {
  const open = sharedDesk();

  test('the address opens it once', async () => {
    const desk = await openDesk(await temporaryFolder());
    const first = await send(desk.address);
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const second = await send(desk.address);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('once');
  });

  test('nothing is to be had without the cookie', async () => {
    const { desk, client } = open();
    const paths = ['/', '/desk.js', '/preview', '/files/a.png', '/api/report', '/api/events', '/x'];
    for (const path of paths) {
      expect([path, (await send(desk.origin + path)).status]).toEqual([path, 401]);
      const cookie = client.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      expect([path, (await client.get(path, { cookie })).status]).toEqual([path, 401]);
    }
    expect((await client.get('/api/report')).status).toBe(200);
  });

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'not by the name %s',
    async (host) => {
      const { desk, client } = open();
      const { port } = new URL(desk.origin);
      for (const name of new Set([host, `${host.replace(/:\d+$/, '')}:${port}`])) {
        if (name === `127.0.0.1:${port}`) continue;
        expect((await client.get('/api/report', { host: name })).status).toBe(403);
        expect((await client.get('/', { host: name })).status).toBe(403);
      }
    },
  );

  test.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['no origin', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the site', { 'sec-fetch-site': 'same-site' }],
    ['no site', { 'sec-fetch-site': '' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['no type', { 'content-type': '' }],
  ])('no write from %s', async (_, headers) => {
    const { client } = open();
    const { text, hash } = await client.json<{ text: string; hash: string }>(
      client.get('/api/report'),
    );
    const body = { text: `${text}x`, base: hash };
    expect((await client.write('PUT', '/api/report', body, headers)).status).toBe(403);
    expect((await client.write('POST', '/api/read', { text }, headers)).status).toBe(403);
    expect(await client.json(client.get('/api/report'))).toMatchObject({ text, hash });
  });

  test('another site can read nothing, and can only link to the desk', async () => {
    const { client } = open();
    const site = { 'sec-fetch-site': 'cross-site' };
    for (const path of ['/api/report', '/desk.js', '/preview', '/api/events'])
      expect((await client.get(path, site)).status).toBe(403);
    expect((await client.get('/', site)).status).toBe(200);
  });

  test('the page runs one script, and nothing may frame it', async () => {
    const { client } = open();
    const { headers, body } = await client.get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect(body.match(/<script/g)).toHaveLength(1);
    const preview = String((await client.get('/preview')).headers['content-security-policy']);
    expect(preview).toContain('sandbox allow-same-origin');
    expect(preview).not.toMatch(/script-src|unsafe|https?:/);
  });

  test('a body that is no JSON, or not what the page sends, is a clear error', async () => {
    const { client } = open();
    const answers = [
      await client.write('POST', '/api/read', 'text'),
      await client.write('POST', '/api/read', { text: 1 }),
      await client.write('POST', '/api/act', { text: '', action: { do: 'erase', at: 0 } }),
      await client.write('POST', '/api/act', { text: '', action: { do: 'split', at: -1 } }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(422);
      expect(body).toContain('does not understand');
    }
  });
});
