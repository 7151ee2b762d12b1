import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { configSchema } from '../../src/config/schema/schema.ts';
import { parseYamlConfig } from '../../src/config/yaml.ts';
import { configText } from '../../src/propose/config-text.ts';
import type { Project } from '../../src/propose/project.ts';
import { propose } from '../../src/propose/propose.ts';
import { hostileText } from '../support/hostile.ts';
import { config } from '../support/report.ts';
import { files, pull } from '../support/snapshot.ts';
import { hostilePath as path } from './hostile-path.ts';
import { project, report, settings } from './project.ts';
import { runs } from '../support/runs.ts';

const name = hostileText.map((text) => text.slice(0, 300));

/** A project with hostile names in one of the places that names come from. */
const hostile: fc.Arbitrary<Partial<Project>> = fc.oneof(
  fc.tuple(name, name, path).map(([a, b, c]) => ({
    labeler: settings('.github/labeler.yml', stringify({ [`${a}1`]: c, [`${b}2`]: [c, b] })),
  })),
  fc.tuple(name, name, name).map(([a, b, c]) => ({
    release: settings(
      '.github/release.yml',
      stringify({
        changelog: {
          exclude: { labels: [c], authors: [a] },
          categories: [
            { title: a, labels: [b] },
            { title: c, labels: [a, c] },
          ],
        },
      }),
    ),
  })),
  fc.tuple(path, path, name).map(([a, b, c]) => ({
    codeOwners: { path: 'CODEOWNERS', text: `/${a}/ ${c}\n/${b}/ @x\n/c/ ${c}` },
  })),
  fc.tuple(name, name).map(([a, b]) => ({ labels: [`area/${a}`, `area/${b}`, 'area/x'] })),
  fc.tuple(path, path).map(([a, b]) => ({
    changes: [[`${a}/x`], [`${a}/x`], [`${b}/y`], [`${b}/y`]],
  })),
  fc.tuple(name, name, path, path).map(([a, b, c, d]) => ({
    pulls: [
      pull(1, { files: files(`${c}/x`), title: a }),
      pull(2, { files: files(`${d}/x`), title: b }),
    ],
    reports: [report(`# R\n\n## ${a}\n\n#1\n\n## ${b}\n\n#2\n`, null)],
  })),
);

describe('the proposed config', () => {
  test('is valid and contains the proposal, with any names', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const proposal = propose(project(parts));
        const text = configText(proposal, 'linuxkit/linuxkit');
        const parsed = parseYamlConfig(text, 'devreport.yml');
        expect(parsed.repositories).toEqual(['linuxkit/linuxkit']);
        expect(
          parsed.sections.map(({ title, labels, titles, paths }) => [title, labels, titles, paths]),
        ).toEqual(
          proposal.sections.map(({ title, labels, titles, paths }) => [
            title,
            labels,
            titles,
            paths,
          ]),
        );
        expect(proposal.exclude).toMatchObject({
          labels: parsed.exclude.labels,
          authors: parsed.exclude.authors,
        });
        const at = proposal.sections.findIndex(({ title }) => title === proposal.fallback);
        expect(parsed.fallback).toBe(parsed.sections[at]?.id);
        // No invisible characters, and none that change the direction of a line.
        expect(text).not.toMatch(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      runs(25),
    );
  });

  const text = configText(propose(project()), null);

  test('describes every option, and shows the defaults of those not set', () => {
    const blocks = text.split('\n\n').filter((block) => !block.includes('# title: The heading'));
    const shown = Object.keys(configSchema.entries)
      .filter((option) => option !== 'sections')
      .flatMap((option) => {
        const block = blocks.find((one) => new RegExp(`^(?:# )?${option}:`, 'm').test(one));
        const [, explained, yaml = ''] =
          new RegExp(`^(# [^]+\n)(# ${option}:[^]*)`).exec(block ?? '') ?? [];
        expect(block, option).toMatch(/^# \p{Lu}[^]*?[.”]$/mu);
        const isEmpty = yaml.trimEnd() === `# ${option}:`;
        return explained === undefined || isEmpty ? [] : [yaml.replace(/^# /gm, '').trimEnd()];
      });
    const { sections, fallback } = config();
    const uncommented = { ...(parse(shown.join('\n')) as object), sections, fallback };
    expect(parseYamlConfig(stringify(uncommented), 'x')).toEqual(config());
  });

  test('for an empty project differs from the defaults in its sections only', () => {
    const { sections, fallback } = parseYamlConfig(text, 'x');
    expect(parseYamlConfig(text, 'x')).toEqual({ ...config(), sections, fallback });
  });

  test('is valid YAML without trailing blanks', () => {
    const document = parseDocument(text);
    expect(document.errors).toEqual([]);
    expect(text).toContain('\n# timezone: UTC\n');
    expect(text).not.toMatch(/[ \t]$|\n{3}/m);
  });
});
