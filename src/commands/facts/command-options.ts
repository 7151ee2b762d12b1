import { type Command, Option } from 'commander';
import { sourceNames } from '../../snapshot/sources.ts';

/** Adds the options of every command that collects facts. */
export function withFactOptions(command: Command): Command {
  return command
    .optionsGroup('Period:')
    .option(
      '--week <date|week>',
      'the last full week up to a date (2017-05-08), or an ISO week (2017-W18)',
    )
    .option('--month <month>', 'a calendar month (2018-01), or last for the last full one')
    .option('--since <date>', 'the first day, or an instant')
    .option('--until <date>', 'the last day (included), or an instant (excluded)')
    .option('--timezone <name>', 'an IANA timezone (default: from the config, or UTC)')
    .optionsGroup('Facts:')
    .addOption(
      new Option('--repo <owner/name>', 'a repository (repeatable)')
        .argParser(repeated)
        .default([], 'from the config, or the clone'),
    )
    .addOption(
      new Option('--org <name>', 'every repository of an organisation (repeatable)')
        .argParser(repeated)
        .default([], 'from the config'),
    )
    .addOption(
      new Option(
        '--source <source>',
        `auto, ${sourceNames.join(', ')}, or a saved snapshot`,
      ).default('auto', 'auto: GitHub if there is a token, else the clone'),
    )
    .option('--git-dir <path>', 'the local clone to read (default: the current one)')
    .option(
      '--config <file>',
      'the config (default: devreport.yml or .github/devreport.yml, here or above)',
    )
    .option('--wait', 'wait until GitHub’s rate limit resets, however long it takes')
    .option('--no-cache', 'fetch everything from GitHub again, even for periods long past')
    .option('--strict', 'fail without writing if any facts are missing')
    .option('--verbose', 'log each request to stderr')
    .optionsGroup('Output:');
}

/** Collects the values of an option that can be repeated. */
export function repeated(value: string, earlier?: readonly string[]): string[] {
  return [...(earlier ?? []), value];
}
