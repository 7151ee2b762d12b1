/**
 * The steps of a release that are more than a line, for .github/workflows/release.yml:
 *
 *     VERSION=1.2.3 node scripts/release.ts check|tag|major|notes
 *
 * Node 24 runs it as it stands, before anything is installed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type DevreportPackage, majorTag } from '../src/commands/init/action-reference.ts';
import { releaseNotes } from './release/release-notes.ts';
import { releaseProblems } from './release/release-problems.ts';
import { tagRelease } from './release/tag-release.ts';

const { VERSION: version = '', GITHUB_REPOSITORY: repository = '' } = process.env;
const changelog = readFileSync('CHANGELOG.md', 'utf8');

const steps: Record<string, () => void> = {
  check() {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as DevreportPackage;
    const tags = execFileSync('git', ['tag', '--list'], { encoding: 'utf8' }).split('\n');
    const problems = releaseProblems({ version, manifest, changelog, repository, tags });
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length === 0 ? 0 : 1;
  },
  tag() {
    console.log(tagRelease('.', version));
  },
  major() {
    console.log(majorTag(version));
  },
  notes() {
    console.log(releaseNotes(changelog, version));
  },
};

const step = steps[process.argv[2] ?? ''];
if (!step) throw new Error(`Name a step: ${Object.keys(steps).join(', ')}.`);
step();
