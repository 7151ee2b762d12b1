import { bareLogin } from '../item/bare-login.ts';
import type { ConfigIssue } from './config-issue.ts';
import type { ConfigOutput } from './schema/schema.ts';

/** Options of a valid config that contradict each other, in `people` and `labels`. */
export function findContradictions({ people, labels }: ConfigOutput): ConfigIssue[] {
  return [...aliasContradictions(people), ...labelContradictions(labels)];
}

function aliasContradictions({ aliases, bots }: ConfigOutput['people']): ConfigIssue[] {
  const machines = new Set(bots.map(bareLogin));
  const logins = new Map<string, string>();
  return Object.entries(aliases).flatMap(([name, login]): ConfigIssue[] => {
    const path = ['people', 'aliases', name];
    const key = name.trim().toLowerCase();
    const earlier = logins.get(key);
    logins.set(key, login);
    if (earlier !== undefined && bareLogin(earlier) !== bareLogin(login)) {
      return [{ path, message: `"${name}" leads to two logins, ${earlier} and ${login}` }];
    }
    const machine = [name, login].find((text) => machines.has(bareLogin(text)));
    if (machine === undefined) return [];
    return [{ path, message: `"${machine}" is one of people.bots, and can’t be an alias too` }];
  });
}

function labelContradictions({
  include,
  exclude,
  highlight,
}: ConfigOutput['labels']): ConfigIssue[] {
  const excluded = exclude.toLowerCase();
  const also = Object.entries({ include, highlight }).find(
    ([, label]) => label.toLowerCase() === excluded,
  );
  if (!also) return [];
  const message = `"${exclude}" is the label of labels.${also[0]} too; use two labels`;
  return [{ path: ['labels', 'exclude'], message }];
}
