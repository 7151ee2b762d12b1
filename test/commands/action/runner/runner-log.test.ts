import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RunnerLog } from '../../../../src/commands/action/runner/runner-log.ts';
import { Secrets } from '../../../../src/commands/action/runner/secrets.ts';
import { foreignText } from '../../../support/foreign-lines.ts';
import { asCompared, commandIn, commandsIn } from '../../../support/runner.ts';
import { runs } from '../../../support/runs.ts';

function logged(write: (log: RunnerLog) => void, secrets: string[] = []): string {
  let text = '';
  write(new RunnerLog({ write: (part) => (text += part) }, new Secrets(secrets)));
  return text;
}

describe('text', () => {
  test('that looks like a command is none', () => {
    const titles = ['::set-output name=a::b', '  ::error::x', 'a ##[error]b', 'a\r::error::x'];
    expect(titles.map((title) => commandsIn(title).length)).toEqual([1, 1, 1, 1]);
    expect(logged((log) => log.lines(titles))).toBe(
      ': :set-output name=a::b\n: :error::x\na ## [error]b\na ::error::x\n'.replace(
        '\n: :error',
        '\n  : :error',
      ),
    );
  });

  test('is left alone otherwise', () => {
    const lines = ['std::vec::Vec', '## [1.0] heading', ':tada: done', 'a: b'];
    expect(logged((log) => log.lines(lines))).toBe(`${lines.join('\n')}\n`);
  });

  test('never is a command, whatever is written and however', () => {
    fc.assert(
      fc.property(fc.array(foreignText, { maxLength: 4 }), (texts) => {
        const written = logged((log) => {
          log.lines(texts);
          for (const text of texts) {
            log.write(text);
            log.exactly(text);
          }
        });
        for (const line of written.split(/\r\n|\r|\n/)) {
          expect(commandIn(line)).toBeNull();
          expect(commandIn(asCompared(line))).toBeNull();
        }
      }),
      runs(2_000),
    );
  });

  test('does not go on in the line of another call', () => {
    const text = logged((log) => {
      log.write(':');
      log.write(':error::forged\n');
    });
    expect(text).toBe(':\n:error::forged\n');
    expect(commandsIn(text)).toEqual([]);
  });
});

describe('a token', () => {
  test('is masked by the runner, and hidden here too', () => {
    const text = logged(
      (log) => {
        log.mask();
        log.lines(['sent ghs_secret', 'and ghs\u200b_secret2']);
        log.annotate([{ severity: 'error', topic: 'x', message: 'with ghs_\u0000secret' }]);
        log.startGroup('of ghs_secret');
        log.endGroup();
      },
      ['ghs_secret', '', ' ghs_secret2\n'],
    );
    expect(text).toBe(
      [
        '::add-mask::ghs_secret2',
        '::add-mask::ghs_secret',
        'sent ***',
        'and ***',
        '::error title=devreport%3A x::with ***',
        '::group::of ***',
        '::endgroup::',
        '',
      ].join('\n'),
    );
  });
});

describe('an annotation', () => {
  test('is one command, with what it was given', () => {
    fc.assert(
      fc.property(foreignText, foreignText, (message, file) => {
        const place = { start: { line: 3, column: 2 }, end: { line: 3, column: 5 } };
        const text = logged((log) =>
          log.annotate([{ severity: 'warning', topic: 'spelling', message, file, place }]),
        );
        const [command, ...others] = commandsIn(text);
        expect(others).toEqual([]);
        expect(text.trimEnd().split(/[\r\n]/)).toHaveLength(1);
        expect(command?.name).toBe('warning');
        const { file: shown, ...properties } = command?.properties ?? {};
        expect(properties).toEqual({
          ...{ line: '3', endLine: '3', col: '2', endColumn: '5' },
          title: 'devreport: spelling',
        });
        if (/^[\w./-]+$/.test(file)) expect(shown).toBe(file);
        if (/^[\w:,%\n]*$/.test(message)) expect(command?.data).toBe(message);
      }),
      runs(500),
    );
  });
});
