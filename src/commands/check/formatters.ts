import type { CheckedFile } from '../../check/format/checked-file.ts';
import type { Environment } from '../environment.ts';
import type { CheckFormat } from './options.ts';

type Formatter = (checked: readonly CheckedFile[], environment: Environment) => string;

/** How findings are printed, by the name that `--format` takes; each is loaded when it is used. */
export const formatters: Record<CheckFormat, () => Promise<Formatter>> = {
  text: async () => {
    const { formatText } = await import('../../check/format/text.ts');
    return (checked, { stdout, variables }) =>
      formatText(checked, {
        color: stdout.isTTY === true && (variables['NO_COLOR'] ?? '') === '',
      });
  },
  json: async () => (await import('../../check/format/json.ts')).formatJson,
  github: async () => (await import('../../check/format/github.ts')).formatGitHub,
};
