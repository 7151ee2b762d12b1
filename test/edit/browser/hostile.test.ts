import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serialiseSnapshot } from '../../../src/snapshot/parse.ts';
import type { Snapshot } from '../../../src/snapshot/schema.ts';
import { sharedChromium, triesAllInChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { files, issue, pull, snapshot, user } from '../../support/snapshot.ts';
import { DeskPage } from './desk-page.ts';

const elsewhere = 'http://127.0.0.2:9/';
/** Words of somebody who means harm: markup that runs or loads something, wherever it is taken for markup. */
const words = [
  '<script>window.ran = 1; alert(1)</script>',
  '</script><script>window.ran = 1</script>',
  `<img src=x onerror="window.ran = 1"><img src="${elsewhere}a.png">`,
  '<svg onload="window.ran = 1"><a xlink:href="javascript:window.ran=1">x</a></svg>',
  `<iframe src="${elsewhere}" srcdoc="<script>parent.ran = 1</script>"></iframe>`,
  `<style>@import "${elsewhere}a.css"; * { background: url(${elsewhere}b.png) }</style>`,
  `<form action="${elsewhere}"><button id="save">Save</button></form>`,
  `<base href="${elsewhere}"><meta http-equiv="refresh" content="0; url=${elsewhere}">`,
  `<link rel="stylesheet" href="${elsewhere}c.css"><object data="${elsewhere}"></object>`,
  '[JavaScript](javascript:window.ran=1) <a href="javascript:window.ran=1">too</a>',
  `![a picture](${elsewhere}d.png) ![of the desk](/api/report) <video src="${elsewhere}e.mp4">`,
  '\u202eeht gnorw yaw dnuora \u2066 \u200b \u0007 \u001b[31m',
  '<div style="position:fixed;inset:0" id="counts" class="desk-head" onclick="window.ran=1">over</div>',
  '{{title}} ${window.ran = 1} `window.ran = 1` --> -->',
  'x'.repeat(10_000),
];

const hostile = words.map((text, index) =>
  pull(index + 1, {
    title: text,
    labels: [text.slice(0, 200)],
    coAuthors: [{ ...user('ann'), name: text.slice(0, 200) }],
    note: text,
    body: text,
    files: files(text.slice(0, 200), '../../<b>path</b>'),
  }),
);

describe.skipIf(!triesAllInChromium)('hostile words', () => {
  const chromium = sharedChromium();

  /** A desk, and everything that its page did and should not. */
  const open = async (
    facts: Partial<Snapshot>,
    report?: string,
  ): Promise<{ desk: DeskPage; did: string[]; path: string }> => {
    const path = join(await temporaryFolder(), 'facts.json');
    await writeFile(path, serialiseSnapshot(snapshot(facts)));
    const did: string[] = [];
    const desk = await DeskPage.open(chromium(), {
      argv: ['--week', '2017-05-08', '--source', path],
      ...(report !== undefined && { report }),
      watch: (page, origin) => {
        page.on('dialog', (dialog) => {
          did.push(`dialog ${dialog.message()}`);
          void dialog.dismiss();
        });
        page.on('request', (request) => {
          if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
            did.push(`request ${request.url()}`);
        });
        page.on('framenavigated', (frame) => {
          if (![`${origin}/`, `${origin}/preview`].includes(frame.url().split('?')[0] ?? ''))
            did.push(`navigation ${frame.url()}`);
        });
      },
    });
    return { desk, did, path };
  };

  const expectNothing = async (desk: DeskPage, did: string[]): Promise<void> => {
    expect(await desk.page.evaluate(`'ran' in window`)).toBe(false);
    expect(desk.page.frames().map((frame) => new URL(frame.url()).pathname)).toEqual([
      '/',
      '/preview',
    ]);
    expect(did).toEqual([]);
    // Pictures that are not there are asked for all the same, of the desk itself.
    expect(desk.errors.filter((error) => !error.includes('404 (Not Found)'))).toEqual([]);
  };

  test('in the facts run nothing, and load nothing', async () => {
    const facts = { pullRequests: hostile, issues: [issue(100, { title: words.join(' ') })] };
    const { desk, did, path } = await open(facts);
    const rows = desk.page.getByRole('tree').locator('.fact-row');
    await desk.page.getByRole('searchbox', { name: 'Search the facts' }).fill('#');
    for (let index = 0; index < Math.min(words.length, await rows.count()); index += 1) {
      await rows.nth(index).click();
      await desk.page.getByRole('heading', { name: 'Description' }).waitFor();
    }
    const link = desk.page.locator('#item-title a');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('target')).toBe('_blank');
    for (const menu of ['Move to', 'Join', 'Credit']) {
      await desk.button(menu).click();
      await desk.page.getByRole('dialog').waitFor();
      await desk.press('Escape');
      await desk.page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    const changed = hostile.map((one) => ({ ...one, note: `Changed ${one.note ?? ''}` }));
    await writeFile(path, serialiseSnapshot(snapshot({ pullRequests: changed })));
    await desk.button('Refresh').click();
    await desk.page.getByRole('list', { name: 'Changes' }).locator('.change').first().waitFor();
    await desk.page.locator('#accept-all').click();
    await desk.said(/./);
    await desk.press('Escape');
    await desk.save();
    await expectNothing(desk, did);
  });

  test('in the text run nothing, and load nothing', async () => {
    const report = `# ${words.slice(0, 5).join(' ')}\n\n${words.map((text) => `- ${text}\n\n${text}\n`).join('\n')}`;
    const { desk, did } = await open({}, report);
    const { preview } = desk;
    expect(
      await preview
        .locator('article')
        .locator(
          'script, iframe, object, form, style, link, meta, base, svg, video, [onerror], [onclick]',
        )
        .count(),
    ).toBe(0);
    expect(await preview.locator('a[href^="javascript:" i]').count()).toBe(0);
    expect(await preview.locator('img[src^="http"]').count()).toBe(0);
    await preview.getByText('JavaScript').first().click();
    await preview.getByText('too').first().click();
    await desk.press('Control+Enter');
    await expectNothing(desk, did);
  });

  test('as the address of a picture reach only the folder of the report', async () => {
    const report =
      '# A week\n\n![one](one.svg) ![two](../secret.svg) ![three](/etc/passwd) ![four](..%2fsecret.svg) ![five](//127.0.0.2:9/x.png)\n';
    const { desk, did } = await open({}, report);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7" onload="top.ran=1"><script>top.ran=1</script><image href="${elsewhere}f.png"/></svg>`;
    await mkdir(dirname(desk.file), { recursive: true });
    await writeFile(join(dirname(desk.file), 'one.svg'), svg);
    await writeFile(join(desk.folder, 'secret.svg'), svg);
    await desk.page.reload();
    await desk.hasFacts();
    const widths = (): Promise<number[]> =>
      desk.preview
        .locator('img')
        .evaluateAll((images) =>
          images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
        );
    await expect.poll(async () => (await widths()).filter((width) => width > 0)).toEqual([7]);
    expect(await desk.page.evaluate(`'ran' in window`)).toBe(false);
    expect(did).toEqual([]);
  });
});
