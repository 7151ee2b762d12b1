/** Else browsers ask for one. */
const noIcon = '<link rel="icon" href="data:,">';

/**
 * The page before its script has run, which builds everything else.
 *
 * @param nonce what the script needs to add styles
 */
export function deskShell(nonce: string): string {
  const script = `<script type="module" src="/desk.js" nonce="${nonce}"></script>`;
  return page(`${noIcon}\n${script}`, '<noscript>The desk needs JavaScript.</noscript>');
}

/** Goes on to the desk: as a page of its own, since a redirect from another site would come without the cookie. */
export function openedShell(): string {
  const refresh = '<meta http-equiv="refresh" content="0; url=/">';
  return page(`${noIcon}\n${refresh}`, '<a href="/">Open the desk</a>');
}

/** What the preview is written into. */
export function previewShell(): string {
  return page('', '<article></article>');
}

export function refusedShell(): string {
  return page(
    noIcon,
    '<p>This address opens the desk once, in one browser. Run <code>devreport edit</code> again for another.</p>',
  );
}

function page(head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>devreport</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
}
