import fc from 'fast-check';
import { hostileText } from './hostile.ts';

const pieces = fc.constantFrom(
  ...['::', ':', '##[', '#', '[', ']', 'error', 'set-output name=branch', 'add-mask', 'group'],
  ...['stop-commands', '\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', ' ', '\u00a0', '\t'],
  ...['\u200d', '\u200c', '\ufe0f', '\u034f', '\u3164', '\u00ad', '\ufeff', '\u0000', '%0A', 'x'],
  ...['ghadelimiter_', 'branch<<', '=', '\nbranch=evil\n', '-->', '<!-- devreport:end -->'],
);

/** Texts that try to be commands of the runner, outputs or markers. */
export const foreignText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '::set-output name=branch::evil',
    '##[error]forged',
    'title\n::error::forged',
    'title\r::add-mask::o',
    'title\u2028::stop-commands::x',
    '\u00a0\u200d:\u200d:error::forged',
    'x #\u200d#[warning]forged',
  ),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  hostileText,
);
