import { titleFor } from '../../compose/title.ts';
import { parseConfig } from '../../config/config.ts';
import type { ConfigInput } from '../../config/schema/schema.ts';
import { trailing } from './edges.ts';
import type { Model } from './model.ts';
import type { ModelNumber } from './model-number.ts';
import type { ModelPeriod } from './model-period.ts';
import { asPlaceholder, withDates } from './words-like.ts';

/** The value of `title:` with which the report of the model's period has its title; null where none has. */
export function titleLike(
  { title }: Model,
  time: ModelPeriod | null,
  number: ModelNumber | null,
  template: string,
): string | null {
  const dated = time ? withDates(title, time, asPlaceholder) : title;
  const placed = number ? withNumberPlaceholder(dated, number.number) : dated;
  const [prefix] = /^.*?\S(?= for (?=.*[\d{]))/.exec(title) ?? [];
  const before = placed.replace(/\{number\}$/, '');
  const bare = before.slice(0, before.length - trailing(before, /[\s#.:–—-]/).length);
  const candidates = [prefix, bare, placed].filter((text) => text !== undefined && text !== '');
  if (!time) return placed.includes('{') ? placed : bare === '' ? null : bare;
  const value = number?.number ?? 1;
  return (
    candidates.find(
      (text) => written(text ?? '', { template, locale: time.locale }, time, value) === title,
    ) ?? null
  );
}

function written(
  title: string,
  input: ConfigInput,
  { period }: ModelPeriod,
  number: number,
): string | null {
  const { config } = parseConfig({ ...input, title });
  return config ? titleFor(period, config, number) : null;
}

/** The number of a report in a text, as `{number}`; with zeros before it, as `{number:4}`. */
export function withNumberPlaceholder(text: string, number: number): string {
  return text
    .split(/(\{[^{}]*\})/)
    .map((part) =>
      part.startsWith('{')
        ? part
        : part.replace(new RegExp(`(?<![\\d.-])0*${String(number)}(?![\\d-]|\\.\\d)`), (digits) =>
            digits.startsWith('0') && digits.length > 1
              ? `{number:${String(Math.min(9, digits.length))}}`
              : '{number}',
          ),
    )
    .join('');
}
