import {
  actionReference,
  type DevreportPackage,
} from '../../src/commands/init/action-reference.ts';
import { releaseNotes } from './release-notes.ts';

export interface Release {
  /** The version that was asked for. */
  version: string;
  manifest: DevreportPackage;
  changelog: string;
  /** `owner/name`, where the workflow runs. */
  repository: string;
  /** The tags that exist. */
  tags: readonly string[];
}

/** What keeps a version from being released, a line each. */
export function releaseProblems(release: Release): string[] {
  const { version, manifest, changelog, repository, tags } = release;
  const [named] = actionReference(manifest).split('@');
  const checks: [isFine: boolean, problem: string][] = [
    [/^\d+\.\d+\.\d+$/.test(version), `"${version}" is not a version like 1.2.3.`],
    [
      manifest.version === version,
      `package.json has the version ${manifest.version}, not ${version}.`,
    ],
    // npm compares them, and init --action takes the owner of the Action from package.json.
    [named === repository, `package.json does not have the repository github:${repository}.`],
    [
      releaseNotes(changelog, version) !== null,
      `CHANGELOG.md has no section "## ${version}, YYYY-MM-DD".`,
    ],
    [!tags.includes(`v${version}`), `The tag v${version} exists already.`],
  ];
  return checks.flatMap(([isFine, problem]) => (isFine ? [] : [problem]));
}
