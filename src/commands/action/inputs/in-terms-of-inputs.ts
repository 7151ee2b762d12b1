import { inputNames } from './input-schema.ts';

/** The options of the command line whose inputs have another name. */
const others: Readonly<Record<string, string>> = {
  '-o': 'output',
  '--repo': 'repositories',
  '--org': 'organizations',
  '--out': 'publish',
  '--base': 'publish-base',
};

/** A hint for the command line with the inputs of the Action in place of options: `week` for `--week`. */
export function inTermsOfInputs(hint: string): string {
  return hint.replace(/(?<![\w-])--?[a-z][a-z-]*/g, (option) => {
    const name = others[option] ?? inputNames.find((input) => `--${input}` === option);
    return name === undefined ? option : `\`${name}\``;
  });
}
