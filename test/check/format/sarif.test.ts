import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { checkReport } from '../../../src/check/check-report.ts';
import { loadRuleTexts } from '../../../src/check/explain/rule-text.ts';
import { formatSarif } from '../../../src/check/format/sarif.ts';
import { ruleIds } from '../../../src/config/check-rules.ts';
import { readReport } from '../../../src/report/report.ts';
import { exampleOptions } from '../world.ts';

const texts = await loadRuleTexts();
const options = { ...(await exampleOptions()), facts: null };

function checked(text: string, path = 'reports/2017-05-08.md') {
  return { path, findings: checkReport(readReport({ path, text }), options) };
}

function logOf(...files: ReturnType<typeof checked>[]): Log {
  return JSON.parse(formatSarif(files, texts)) as Log;
}

/** What the published schema and GitHub's documentation ask of the parts that devreport writes. */
const region = {
  type: 'object',
  required: ['startLine', 'startColumn', 'endLine', 'endColumn'],
  additionalProperties: { type: 'integer', minimum: 1 },
};
const text = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string', minLength: 1 } },
  additionalProperties: false,
};
const artifactLocation = {
  type: 'object',
  required: ['uri'],
  properties: {
    uri: { type: 'string', pattern: '^[\\w.~%:/-]+$' },
    uriBaseId: { const: '%SRCROOT%' },
  },
  additionalProperties: false,
};
const level = { enum: ['error', 'warning', 'note'] };
const replacement = {
  type: 'object',
  required: ['deletedRegion'],
  properties: { deletedRegion: region, insertedContent: { type: 'object', required: ['text'] } },
  additionalProperties: false,
};
const constraints = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          columnKind: { enum: ['utf16CodeUnits'] },
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'defaultConfiguration'],
                      properties: {
                        shortDescription: text,
                        fullDescription: text,
                        help: text,
                        defaultConfiguration: { type: 'object', properties: { level } },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                level,
                message: text,
                locations: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    type: 'object',
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation', 'region'],
                        properties: { artifactLocation, region },
                        additionalProperties: false,
                      },
                    },
                  },
                },
                fixes: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    type: 'object',
                    required: ['description', 'artifactChanges'],
                    properties: {
                      artifactChanges: {
                        type: 'array',
                        minItems: 1,
                        items: {
                          type: 'object',
                          required: ['artifactLocation', 'replacements'],
                          properties: { replacements: { type: 'array', items: replacement } },
                        },
                      },
                    },
                  },
                },
              },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

test.each([
  ['of many findings', ruleIds.map((id) => texts[id].example?.markdown ?? '').join('\n\n')],
  ['without findings', 'Fine.\n'],
  ['with a mistake in a comment', '<!-- lint ingore anchor -->\n'],
])('a log %s keeps the constraints of SARIF 2.1.0', (_, report) => {
  const ajv = new Ajv2020({ allErrors: true });
  ajv.validate(constraints, logOf(checked(report), checked(report, '/tmp/a b/[x].md')));
  expect(ajv.errors).toBeNull();
});

test('each result names a rule with its reason, its level and its place', () => {
  const [run] = logOf(checked('One #1318.\n\n## Empty\n', './reports/ä b.md')).runs;
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual([...ruleIds, 'control-comment']);
  expect(
    run?.results?.map(({ ruleIndex, ruleId, level }) => [
      rules[ruleIndex ?? -1]?.id,
      ruleId,
      level,
    ]),
  ).toEqual([
    ['bare-reference', 'bare-reference', 'warning'],
    ['empty-section', 'empty-section', 'warning'],
  ]);
  expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'reports/%C3%A4%20b.md', uriBaseId: '%SRCROOT%' },
    region: { startLine: 1, startColumn: 5, endLine: 1, endColumn: 10 },
  });
  expect(rules.find(({ id }) => id === 'anchor')?.fullDescription?.text).toContain(
    'top of the page',
  );
});

test('a fix replaces what --fix would', () => {
  const [run] = logOf(checked('Open issues on github.\n')).runs;
  const [change] = run?.results?.[0]?.fixes?.[0]?.artifactChanges ?? [];
  expect(change?.replacements).toEqual([
    {
      deletedRegion: { startLine: 1, startColumn: 16, endLine: 1, endColumn: 22 },
      insertedContent: { text: 'GitHub' },
    },
  ]);
});
