/* What the help of each command ends with. */

export const draftExamples = `
Examples:
  $ devreport --week 2017-05-08 --source sample     try it out, without network or token
  $ devreport                                       the last full week of the current repository
  $ devreport --week 2017-W18 --repo moby/tool      a week of a repository on GitHub
  $ devreport --month 2018-01 --source git          a month of a local clone
  $ devreport --format snapshot -o week.json        save the facts, to render again with --source week.json

Tokens: GH_TOKEN, GITHUB_TOKEN, or the login of gh. GITHUB_API_URL and GITHUB_REPOSITORY are also read.

Exit codes: 0 success; 1 the report is incomplete; 2 wrong usage or config;
3 the source failed and nothing was written.
`;

export const explainExamples = `
Examples:
  $ devreport explain linuxkit/linuxkit#1764 --week 2017-05-08 --source sample
  $ devreport explain https://github.com/moby/tool/pull/15 --week 2017-W18
`;

export const initExamples = `
Examples:
  $ devreport init -o -                             preview what it proposes
  $ devreport init                                  write it, unless there is a config already
  $ devreport init --like reports/2018-01-31.md     write one that reproduces the form of this report
  $ devreport init --action                         write .github/workflows/devreport.yml
`;

export const checkExamples = `
Examples:
  $ devreport check reports/2017-05-08.md --offline
  $ devreport check reports/*.md --format github --max-warnings 0
  $ devreport check reports/2017-05-08.md --source sample --fix
  $ devreport check --explain anchor                why the rule exists, and how to turn it off

Exit codes: 0 no errors; 1 errors, or too many warnings; 2 wrong usage or config; 3 the source failed.
`;

export const editExamples = `
Examples:
  $ devreport edit --week 2017-05-08 --source sample
  $ devreport edit reports/2017-05-08.md
  $ devreport edit --no-open --port 8080            print the address, to open it yourself
`;

export const publishExamples = `
Examples:
  $ devreport publish                               make site/ of the reports that are no drafts
  $ devreport publish --base https://name.github.io/project/   with feeds and a sitemap
  $ devreport publish reports/2017-05-08.md         make the page of one report, beside it

A report is a draft while a comment for its editor is left in it, or its front matter says so
(draft: true, or published: false).

Exit codes: 0 success; 2 wrong usage, config, report or template.
`;
