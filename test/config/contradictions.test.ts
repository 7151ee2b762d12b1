import { expect, test } from 'vitest';
import { parseYamlConfig } from '../../src/config/yaml.ts';

const parse = (yaml: string) => parseYamlConfig(yaml, 'devreport.yml');

test.each([
  [
    'people:\n  aliases:\n    Octo Cat: octo\n    octo cat: mona',
    'devreport.yml:4: people.aliases.octo cat: "octo cat" leads to two logins, octo and mona',
  ],
  [
    'people:\n  aliases:\n    Octo Cat: octo\n    Octo Cat: mona',
    'devreport.yml:4: duplicate key "Octo Cat"',
  ],
  [
    'people:\n  bots: [octo-robot]\n  aliases:\n    Robot: "octo-robot"',
    'devreport.yml:4: people.aliases.Robot: "octo-robot" is one of people.bots, and can’t be an alias too',
  ],
  [
    'people:\n  bots: ["@Octo-Robot[bot]"]\n  aliases: { octo-robot: octo }',
    'devreport.yml:3: people.aliases.octo-robot: "octo-robot" is one of people.bots',
  ],
  [
    'labels:\n  include: news\n  exclude: News',
    'devreport.yml:3: labels.exclude: "News" is the label of labels.include too; use two labels',
  ],
  [
    'labels:\n  exclude: report:highlight',
    'devreport.yml:2: labels.exclude: "report:highlight" is the label of labels.highlight too',
  ],
])('%s is refused with its line', (yaml, message) => {
  expect(() => parse(yaml)).toThrow(message);
});

test('several names of one person, and different labels, are no contradiction', () => {
  const { people, labels } = parse(
    'people:\n  bots: [robot]\n  aliases: { Octo Cat: octo, octo@example.com: Octo }\nlabels: { exclude: hidden }',
  );
  expect(Object.values(people.aliases)).toEqual(['octo', 'Octo']);
  expect(labels.exclude).toBe('hidden');
});
