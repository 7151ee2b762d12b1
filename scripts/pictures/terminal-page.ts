import type { Page } from './chromium.ts';
import { escapeHtml, htmlDocument } from './html.ts';
import type { Exchange } from './session.ts';

/* In CSS pixels, as terminal.css has them. */
const lineHeight = 20;
const characterWidth = 7.83;
const padding = 20;
const titleBar = 36;

/** A terminal window with a session in it, as large as the session needs. */
export async function terminalPage(session: readonly Exchange[]): Promise<Page> {
  const screens = session.map(
    ({ command, output }) =>
      `<b>$</b> <strong>${escapeHtml(command)}</strong>\n${escapeHtml(output)}`,
  );
  const lines = session.flatMap(({ command, output }) => [`$ ${command}`, ...output.split('\n')]);
  const longest = Math.max(...lines.map(({ length }) => length));
  const body = `<header><i></i><i></i><i></i></header>\n<pre>${screens.join('\n').trimEnd()}</pre>`;
  return {
    html: await htmlDocument(body, './terminal.css'),
    width: Math.ceil(longest * characterWidth) + 2 * padding,
    height: titleBar + (lines.length - 1) * lineHeight + 2 * padding,
    scale: 2,
  };
}
