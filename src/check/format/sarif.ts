import type { Fix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { checkRules, type RuleId, ruleIds, type Severity } from '../../config/check-rules.ts';
import { encodePath } from '../../markdown/encode-path.ts';
import { jsonText } from '../../snapshot/json-text.ts';
import type { ReportFinding } from '../check-report.ts';
import { CONTROL_COMMENT } from '../controls.ts';
import { reasons } from '../explain/reasons.ts';
import type { RuleText } from '../explain/rule-text.ts';
import type { CheckedFile } from './checked-file.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

/** The findings of all files, one for each place, as a log of SARIF 2.1.0, for code scanning. */
export function formatSarif(
  checked: readonly CheckedFile[],
  texts: Readonly<Record<RuleId, RuleText>>,
): string {
  const rules = [...ruleIds.map((id) => descriptorOf(id, texts[id])), controlComment];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'devreport', rules } },
        columnKind: 'utf16CodeUnits',
        results: checked.flatMap(({ path, findings }) =>
          findings.map((finding) => resultOf(finding, path, indexes.get(finding.rule) ?? -1)),
        ),
      },
    ],
  };
  return `${jsonText(log, 2)}\n`;
}

function descriptorOf(id: RuleId, { about }: RuleText): ReportingDescriptor {
  const { severity, description } = checkRules[id];
  return {
    id,
    shortDescription: { text: description },
    fullDescription: { text: `${reasons[id]} ${about}` },
    help: { text: `devreport check --explain ${id}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['documentation'] },
  };
}

const controlComment: ReportingDescriptor = {
  id: CONTROL_COMMENT,
  shortDescription: { text: 'A mistake in a comment that turns rules off or on.' },
  defaultConfiguration: { level: 'warning' },
  properties: { tags: ['documentation'] },
};

function resultOf(finding: ReportFinding, path: string, ruleIndex: number): Result {
  const { rule, severity, message, place } = finding;
  const artifactLocation = locationOf(path);
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(place) } }],
    ...fixesOf(finding, artifactLocation),
  };
}

function fixesOf(
  { fix, fixPlace }: ReportFinding,
  artifactLocation: { uri: string },
): { fixes?: Fix[] } {
  if (!fix || !fixPlace) return {};
  const replacements = [{ deletedRegion: regionOf(fixPlace), insertedContent: { text: fix.text } }];
  return {
    fixes: [
      {
        description: { text: 'As --fix would' },
        artifactChanges: [{ artifactLocation, replacements }],
      },
    ],
  };
}

/** Lines and columns count from 1, the end is exclusive, as in SARIF. */
function regionOf({ start, end }: ReportFinding['place']): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** Relative to the root of the checkout, if it is below the working directory. */
function locationOf(path: string): { uri: string; uriBaseId?: string } {
  const encoded = encodePath(path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''));
  return encoded.startsWith('/')
    ? { uri: `file://${encoded}` }
    : { uri: encoded, uriBaseId: '%SRCROOT%' };
}
