import { loadSiteTemplates } from '../../../src/commands/publish/load-site-templates.ts';
import type { PublishedReport } from '../../../src/publish/site/published-report.ts';
import type { SiteOptions } from '../../../src/publish/site/site-options.ts';
import { siteOf } from '../../../src/publish/site/site.ts';
import { reportTitle } from '../../../src/report/report-title.ts';
import { readReport } from '../../../src/report/report.ts';

const defaults: SiteOptions = {
  title: 'LinuxKit reports',
  base: 'https://linuxkit.example/news/',
  server: 'https://github.com',
  repository: 'linuxkit/linuxkit',
  locale: 'en',
  templates: loadSiteTemplates(null, '.'),
  images: new Set(),
};

/** Reports by their dates. */
export async function publishedReports(
  texts: Readonly<Record<string, string>>,
): Promise<PublishedReport[]> {
  const reports: PublishedReport[] = [];
  for (const [date, text] of Object.entries(texts)) {
    const report = readReport({ path: `reports/${date}.md`, text });
    const title = await reportTitle(report);
    reports.push({ report, title, date, updated: `${date}T12:00:00Z`, home: 'linuxkit/linuxkit' });
  }
  return reports;
}

/** The files of a site of reports, by their paths. */
export async function siteFiles(
  texts: Readonly<Record<string, string>>,
  options: Partial<SiteOptions> = {},
): Promise<Map<string, string>> {
  return siteOf(await publishedReports(texts), { ...defaults, ...options });
}

/** A small series, with titles by somebody who means harm. */
export const small = {
  '2017-05-01': `# Development report for 1 May 2017

It began. See [the next one](2017-05-08.md#core), the [guide](../docs/guide.md) and ![a picture](img/x.png).

## PRs merged

- Fix CI [#1753](https://github.com/linuxkit/linuxkit/pull/1753) [@dave-tucker](https://github.com/dave-tucker).
- Rename a thing #1754 @AkihiroSuda
`,
  '2017-05-08': `# Development report for 8 May 2017

## New regression tests

They are in linuxkit/rtf#3, thanks to @rneugeba.[^1]

## PRs merged

### Core

- Unify options [#1758](https://github.com/linuxkit/linuxkit/pull/1758) @rneugeba @dave-tucker
- Add [a package](https://github.com/moby/tool/pull/15) @rneugeba

[^1]: And to everybody.
`,
  '2018-01-02': `---
title: "</script><script>alert(1)</script> ]]> & \\"quotes\\" {{title}}"
---

## Highlights

- <script>alert(2)</script> **First** <img src=x onerror=alert(3)> #1800 @ann
- ]]> {{links.home}} </li></ul></section>

## PRs merged

- Text </script> &lt;b&gt; \u0001 [x](javascript:alert(4)) @ann #1801

| a | b |
|--:|---|
| #1802 | @bob |
`,
};
