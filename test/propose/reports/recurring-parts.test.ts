import { describe, expect, test } from 'vitest';
import { parseYamlConfig } from '../../../src/config/yaml.ts';
import { configText } from '../../../src/propose/config-text.ts';
import { propose } from '../../../src/propose/propose.ts';
import { project, report } from '../project.ts';
import { changed, entry } from '../weeks.ts';

describe('recurring parts', () => {
  const one = changed('a');
  const text = (introduction: string, end: string) =>
    `# LinuxKit weekly for 8 May 2017\n\n${introduction}\n\n## PRs merged\n\n### Kernel\n\n${entry(one)}\n\n${end}\n`;
  const standing = (...texts: string[]) =>
    propose(project({ reports: texts.map((each) => report(each)) })).recurring;

  test('title, introduction and closing sections are proposed', () => {
    const first = text(
      'The 7th weekly development report. Send\nPRs.\n\nA demo!',
      '## Plans\n\nArm.\n\n## Help\n\nAsk us.',
    );
    const second = text(
      'The 8th weekly development report. Send PRs.\n\nSee #5.',
      '## Issues\n\n#6\n\n## Plans\n\nRISC-V.\n\n## Help\n\nAsk us.',
    );
    const third = text(
      'Send PRs.\n\nNo demo.',
      '## Plans\n\nNone.\n\n## Help\n\nAsk us.\n\n## Party\n\nToday.',
    );
    expect(standing(first, second, third)).toEqual({
      title: 'LinuxKit weekly',
      introduction: 'Send PRs.',
      closing: [{ title: 'Plans' }, { title: 'Help', text: 'Ask us.' }],
    });
  });

  test('without a title and sections the defaults stay', () => {
    const list = `Week 23\n=======\n\n- ${one.title} #${one.number}\n`;
    expect(standing(list)).toEqual({});
    expect(standing('# No report\n\nHello.\n')).toEqual({});
  });

  test('are written to the config', () => {
    const proposal = propose(project({ reports: [report(text('Hello.', '## Help\n\nAsk.'))] }));
    expect(parseYamlConfig(configText(proposal, null), 'x')).toMatchObject({
      title: 'LinuxKit weekly',
      introduction: 'Hello.',
      closing: [{ title: 'Help' }],
    });
  });
});
