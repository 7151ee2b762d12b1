import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { configText } from '../../../src/propose/config-text.ts';
import { proposePeople } from '../../../src/propose/people/propose-people.ts';
import { propose } from '../../../src/propose/propose.ts';
import { hostileText } from '../../support/hostile.ts';
import { runs } from '../../support/runs.ts';
import { project } from '../project.ts';
import { signed } from './signatures.ts';

type Activity = Parameters<typeof proposePeople>[0];

const text = ({ signatures = [], pulls = [] }: Partial<Activity>) =>
  configText(
    { ...propose(project()), settings: proposePeople({ signatures, pulls }).settings },
    null,
  );

const releases = Array.from({ length: 6 }, (_, index) => `Release version 3.1.${index}`);

test('the config says why each is proposed', () => {
  const config = text({
    signatures: [
      signed('Ann <1+ann-doe@users.noreply.github.com>', 'ann-doe'),
      signed('ann-doe <x@mail.example>', null, { recent: 3 }),
      signed('acme-bot <x@acme.example>', null, { subjects: releases }),
    ],
  });
  expect(parseYamlConfig(config, 'x').people).toEqual({
    bots: ['acme-bot'],
    aliases: { 'ann-doe': 'ann-doe' },
  });
  expect(config).toContain(
    [
      '# Proposed where the history makes it very likely. Look at each before you keep it.',
      '# acme-bot: 6 commits that are alike, such as “Release version 3.1.0”.',
      '# ann-doe: 3 commits of the last year with this name, which reads like the login of Ann.',
      'people:',
    ].join('\n'),
  );
});

test('nothing is proposed without a reason', () => {
  expect(proposePeople({ signatures: [], pulls: [] })).toEqual({ settings: {}, notes: [] });
});

test('nobody is a bot and an alias', () => {
  const signatures = [
    signed('Bot <x@acme.example>', 'acme-bot', { subjects: releases }),
    signed('acme-bot <y@acme.example>', null),
  ];
  expect(proposePeople({ signatures, pulls: [] }).settings.people?.value).toEqual({
    bots: ['acme-bot'],
  });
});

const name = hostileText.map((hostile) => hostile.slice(0, 300));
const login = fc.constantFrom(null, 'ann-doe', 'bob-roe', 'acme-bot', '__proto__', '12345-6');

test('any names, addresses, subjects and comments give a valid config', () => {
  const signature = fc
    .tuple(
      fc.oneof(name, login.map(String)),
      fc.oneof(
        name,
        login.map((local) => `${local}@mail.example`),
      ),
      ...[login, name],
    )
    .map(([signer, email, of, subject]) => ({
      ...signed('', of, { subjects: releases.map((release) => `${release} ${subject}`) }),
      ...{ name: signer, email },
    }));
  const pull = fc.tuple(fc.oneof(name, login.map(String)), name).map(([by, line]) => ({
    author: { login: 'ann', type: 'user' as const },
    createdAt: '2017-05-01T10:00:00Z',
    comments: releases.map((release) => ({
      by: { login: by, type: 'user' as const },
      at: '2017-05-01T10:00:01Z',
      line: `${release} ${line}`,
    })),
  }));
  fc.assert(
    fc.property(fc.array(signature), fc.array(pull), (signatures, pulls) => {
      const config = text({ signatures, pulls });
      const { bots, aliases } = parseYamlConfig(config, 'x').people;
      const { value } = (proposePeople({ signatures, pulls }).settings.people ?? {}) as {
        value?: { bots?: string[]; aliases?: Record<string, string> };
      };
      expect(bots).toEqual(value?.bots ?? []);
      expect(Object.keys(aliases)).toEqual(
        Object.keys(value?.aliases ?? {}).filter((key) => key !== '__proto__'),
      );
    }),
    runs(20),
  );
});
