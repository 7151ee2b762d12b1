import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../errors.ts';
import type { CheckCommandOptions } from './check/options.ts';
import type { DraftOptions } from './draft/draft.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { InitOptions } from './init/init.ts';
import type { FactOptions } from './facts/options.ts';

/**
 * Parses the command line and runs the command it names.
 *
 * @throws {UsageError} `usage` for an option or command that does not exist
 */
export async function runProgram(
  argv: readonly string[],
  version: string,
  environment: Environment,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('devreport')
    .description(
      'Turns a week of a GitHub project into a Markdown report that people want to read.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => environment.stdout.write(text),
      writeErr: () => undefined,
    })
    .showSuggestionAfterError();

  const draftCommand = withFactOptions(program.command('draft', { isDefault: true }))
    .description('write the draft of a report (the default command)')
    .option('--template <name|file>', 'a layout, or a Handlebars file of your own')
    .option(
      '-o, --output <file>',
      'where the report goes; - is stdout (default: reports/<date>.md at the repository’s root)',
    )
    .addOption(
      new Option('--format <format>', 'what is written')
        .choices(['markdown', 'json', 'snapshot'])
        .default('markdown'),
    )
    .option('--diff', 'show what a rerun would change in the report, and write nothing')
    .option('--adopt', 'take on a report that devreport did not write: add what is missing')
    .addHelpText('after', draftExamples)
    .action(async (options: DraftOptions) => {
      const { draft } = await import('./draft/draft.ts');
      exitCode = await draft(options, environment);
    });

  withFactOptions(program.command('explain').argument('<item>', 'owner/name#12, #12, or a URL'))
    .description('tell why an item is where it is in the report, or why it is not')
    .addHelpText('after', explainExamples)
    .action(async (item: string, options: FactOptions) => {
      const { explain } = await import('./explain/explain.ts');
      exitCode = await explain(item, options, environment);
    });

  program
    .command('init')
    .description('write a first config, with sections proposed from what the repository tells')
    .option('--reports <folder>', 'earlier reports to learn from (default: reports/)')
    .option(
      '-o, --output <file>',
      'where the config goes; - is stdout (default: devreport.yml at the repository’s root)',
    )
    .option('--config <file>', 'the same')
    .addHelpText('after', initExamples)
    .action(async (options: InitOptions) => {
      const { init } = await import('./init/init.ts');
      exitCode = await init(options, environment);
    });

  withFactOptions(program.command('check').argument('<file...>', 'edited reports'))
    .description('find mistakes in edited reports, against themselves and the facts')
    .addOption(
      new Option('--format <format>', 'how findings are told')
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .option('--fix', 'repair what has one right answer, first')
    .option('--offline', 'do without the facts')
    .option('--max-warnings <number>', 'exit with 1 when there are more warnings than this')
    .addHelpText('after', checkExamples)
    .action(async (files: string[], options: CheckCommandOptions) => {
      const { check } = await import('./check/check.ts');
      exitCode = await check(files, options, environment);
    });

  // Most people only ever draft: the help of devreport is the help of that, below the commands.
  program.addHelpText('after', () => `\n${draftCommand.helpInformation()}${draftExamples}`);

  requireKnownCommand(
    argv,
    program.commands.map((command) => command.name()),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are answers, which commander too reports by throwing.
    if (error.exitCode === 0) return 0;
    throw new UsageError('usage', error.message.replace(/^error: /, ''), {
      hint: 'devreport --help lists the commands and options.',
      cause: error,
    });
  }
  return exitCode;
}

function requireKnownCommand([first]: readonly string[], commands: readonly string[]): void {
  if (first === undefined || first.startsWith('-') || commands.includes(first)) return;
  throw new UsageError('usage', `There is no command "${first}".`, {
    hint: `The commands are ${commands.join(', ')}; devreport --help tells more.`,
  });
}

function withFactOptions(command: Command): Command {
  return command
    .optionsGroup('Period:')
    .option(
      '--week <date|week>',
      'the last full week up to a date (2017-05-08), or a week by its name (2017-W18)',
    )
    .option('--month <month>', 'a calendar month (2018-01)')
    .option('--since <date>', 'the first day, or an instant')
    .option('--until <date>', 'the last day, or the instant after it')
    .option('--timezone <name>', 'an IANA timezone (default: the config’s, or UTC)')
    .optionsGroup('Facts:')
    .addOption(
      new Option('--repo <owner/name>', 'a repository; may be repeated')
        .argParser(append)
        .default([], 'the config’s, or that of the clone'),
    )
    .addOption(
      new Option('--org <name>', 'every repository of an organisation; may be repeated')
        .argParser(append)
        .default([], 'the config’s'),
    )
    .addOption(
      new Option('--source <source>', 'auto, github, git, sample, or a saved snapshot').default(
        'auto',
        'auto: GitHub with a token, else the clone',
      ),
    )
    .option('--git-dir <path>', 'the local clone to read (default: the one you stand in)')
    .option(
      '--config <file>',
      'the config (default: devreport.yml, here or above, also in .github/)',
    )
    .option('--wait', 'wait for GitHub’s rate limit, however long')
    .option('--no-cache', 'ask GitHub for everything anew, also on a period that is long over')
    .option('--strict', 'fail, and write nothing, when anything is missing')
    .option('--verbose', 'tell each request on stderr')
    .optionsGroup('Output:');
}

function append(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}

const draftExamples = `
Examples:
  $ devreport --week 2017-05-08 --source sample     try it out, without network or token
  $ devreport                                       the last full week of the repository you stand in
  $ devreport --week 2017-W18 --repo moby/tool      a week of a repository on GitHub
  $ devreport --month 2018-01 --source git          a month of a local clone
  $ devreport --format snapshot -o week.json        save the facts; --source week.json renders them again

Tokens: GH_TOKEN, GITHUB_TOKEN, or a login of gh. GITHUB_API_URL and GITHUB_REPOSITORY are heeded, too.

Exit codes: 0 done; 1 the report is incomplete, and says so; 2 wrong usage or config;
3 the source failed and nothing was written.
`;

const explainExamples = `
Examples:
  $ devreport explain linuxkit/linuxkit#1764 --week 2017-05-08 --source sample
  $ devreport explain https://github.com/moby/tool/pull/15 --week 2017-W18
`;

const initExamples = `
Examples:
  $ devreport init -o -                             look at what it proposes
  $ devreport init                                  write it; never over a config that is there
`;

const checkExamples = `
Examples:
  $ devreport check reports/2017-05-08.md --offline
  $ devreport check reports/*.md --format github --max-warnings 0
  $ devreport check reports/2017-05-08.md --source sample --fix

Exit codes: 0 nothing wrong; 1 errors, or too many warnings; 2 wrong usage or config; 3 the source failed.
`;
