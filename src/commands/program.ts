import { Command, CommanderError, Option } from 'commander';
import { UsageError } from '../errors.ts';
import { sourceNames } from '../snapshot/sources.ts';
import { type CheckCommandOptions, checkFormats } from './check/options.ts';
import type { DraftOptions } from './draft/options.ts';
import { extensions } from './draft/formats.ts';
import type { Environment, ExitCode } from './environment.ts';
import type { EditOptions } from './edit/options.ts';
import {
  checkExamples,
  draftExamples,
  editExamples,
  explainExamples,
  initExamples,
} from './help-examples.ts';
import type { InitOptions } from './init/init.ts';
import type { FactOptions } from './facts/options.ts';

/**
 * Parses the command line and runs the command it names.
 *
 * @throws {UsageError} `usage` for an unknown option or command
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
    .option('--template <name|file>', 'a built-in layout, or a Handlebars file')
    .option(
      '-o, --output <file>',
      'the report to write, or - for stdout (default: reports/<date>.md in the repository’s root)',
    )
    .addOption(
      new Option('--format <format>', 'the output format')
        .choices(Object.keys(extensions))
        .default('markdown'),
    )
    .option('--diff', 'show what a rerun would change, without writing it')
    .option('--adopt', 'update a report that devreport did not write, adding what is missing')
    .option(
      '--seen <item>',
      'stop naming what has changed about an item or a commit (repeatable)',
      append,
    )
    .addHelpText('after', draftExamples)
    .action(async (options: DraftOptions) => {
      const { draft } = await import('./draft/draft.ts');
      exitCode = await draft(options, environment);
    });

  withFactOptions(program.command('explain').argument('<item>', 'owner/name#12, #12, or a URL'))
    .description('explain why an item is in its section, or not in the report')
    .addHelpText('after', explainExamples)
    .action(async (item: string, options: FactOptions) => {
      const { explain } = await import('./explain/explain.ts');
      exitCode = await explain(item, options, environment);
    });

  program
    .command('init')
    .description('write a first config, with sections proposed from the repository')
    .addOption(
      new Option(
        '--action',
        'write a workflow for GitHub Actions instead, which opens a pull request with each report',
      ).conflicts(['reports', 'config', 'like']),
    )
    .addOption(
      new Option(
        '--like <file>',
        'a published report to reproduce the form of: its layout, headings, file name, number, front matter',
      ).conflicts('reports'),
    )
    .option('--reports <folder>', 'earlier reports to learn from (default: reports/)')
    .option(
      '-o, --output <file>',
      'the file to write, or - for stdout (default: devreport.yml in the repository’s root)',
    )
    .option('--config <file>', 'the same as --output')
    .option('--verbose', 'show the stack trace of an unexpected error')
    .addHelpText('after', initExamples)
    .action(async ({ action, ...options }: InitOptions & { action?: true }) => {
      if (action) {
        const { initAction } = await import('./init/init-action.ts');
        exitCode = await initAction(options.output, environment);
        return;
      }
      const { init } = await import('./init/init.ts');
      exitCode = await init(options, environment);
    });

  withFactOptions(program.command('check').argument('<file...>', 'edited reports'))
    .description('find mistakes in edited reports')
    .addOption(
      new Option('--format <format>', 'the output format').choices(checkFormats).default('text'),
    )
    .option('--fix', 'first fix the mistakes that have one right answer')
    .option('--offline', 'skip the checks that need facts')
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings than this')
    .addHelpText('after', checkExamples)
    .action(async (files: string[], options: CheckCommandOptions) => {
      const { check } = await import('./check/check.ts');
      exitCode = await check(files, options, environment);
    });

  withFactOptions(program.command('edit').argument('[file]', 'a report'))
    .description('edit a report in the browser, drafting it first if there is none')
    .option('--template <name|file>', 'a built-in layout, or a Handlebars file')
    .option('--port <number>', 'the port on 127.0.0.1 (default: any that is free)')
    .option('--no-open', 'only print the address, which opens the desk once')
    .addHelpText('after', editExamples)
    .action(async (file: string | undefined, options: EditOptions) => {
      const { edit } = await import('./edit/edit.ts');
      exitCode = await edit(file, options, environment);
    });

  // Most people only draft, so the main help includes that of draft.
  program.addHelpText('after', () => `\n${draftCommand.helpInformation()}${draftExamples}`);

  requireKnownCommand(
    argv,
    program.commands.map((command) => command.name()),
  );
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander throws after printing the help or the version, too.
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
  throw new UsageError('usage', `Unknown command "${first}".`, {
    hint: `The commands are ${commands.join(', ')}; see devreport --help.`,
  });
}

function withFactOptions(command: Command): Command {
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
        .argParser(append)
        .default([], 'from the config, or the clone'),
    )
    .addOption(
      new Option('--org <name>', 'every repository of an organisation (repeatable)')
        .argParser(append)
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

function append(value: string, earlier?: readonly string[]): string[] {
  return [...(earlier ?? []), value];
}
