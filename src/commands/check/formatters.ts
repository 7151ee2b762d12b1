import type { CheckedFile } from '../../check/format/checked-file.ts';
import type { Environment } from '../environment.ts';
import type { CheckFormat } from './options.ts';

type Formatter = (checked: readonly CheckedFile[], environment: Environment) => void;

/** Prints findings, by the name that `--format` takes; each is loaded when it is used. */
export const formatters: Record<CheckFormat, () => Promise<Formatter>> = {
  text: async () => {
    const { formatText } = await import('../../check/format/text.ts');
    return (checked, { stdout, variables }) => {
      const color = stdout.isTTY === true && (variables['NO_COLOR'] ?? '') === '';
      const text = formatText(checked, { color });
      if (color) stdout.exactly(text);
      else stdout.write(text);
    };
  },
  json: async () => {
    const { formatJson } = await import('../../check/format/json.ts');
    return (checked, { stdout }) => {
      stdout.write(formatJson(checked));
    };
  },
  github: async () => {
    const { formatGitHub } = await import('../../check/format/github.ts');
    return (checked, { stdout }) => {
      stdout.write(formatGitHub(checked));
    };
  },
  sarif: async () => {
    const { formatSarif } = await import('../../check/format/sarif.ts');
    const { loadRuleTexts } = await import('../../check/explain/rule-text.ts');
    const texts = await loadRuleTexts();
    return (checked, { stdout }) => {
      stdout.write(formatSarif(checked, texts));
    };
  },
};
