import { editSections, type SectionChange } from '../../propose/shown/edit-sections.ts';
import { previewLines } from '../../propose/shown/preview-lines.ts';
import type { ProposedConfig, ShownChanges } from '../../propose/proposal.ts';
import type { Environment } from '../environment.ts';
import { GivenUp, Questions } from '../terminal/questions.ts';

type Choice = SectionChange['do'] | 'write';

/**
 * Lets a person change proposed sections, and shows after each change what they would be like.
 *
 * @returns the sections to write; null when nothing is to be written
 */
export async function askAboutSections(
  proposal: ProposedConfig,
  shown: ShownChanges,
  environment: Environment,
): Promise<ProposedConfig | null> {
  const questions = new Questions(environment);
  let current = proposal;
  try {
    for (;;) {
      const choice = await questions.choose<Choice>('Write these sections?', [
        { value: 'write', label: 'Yes, write them' },
        { value: 'rename', label: 'Rename a section' },
        { value: 'move', label: 'Move a section' },
        { value: 'merge', label: 'Merge two sections' },
        { value: 'drop', label: 'Drop a section' },
      ]);
      if (choice === 'write') return current;
      const change = await askForChange(choice, current, questions);
      if (!change) continue;
      current = editSections(current, change);
      environment.stderr.lines(previewLines(current, shown));
    }
  } catch (error) {
    if (error instanceof GivenUp) return null;
    throw error;
  }
}

const questionVerbs = { rename: 'Rename', move: 'Move', merge: 'Merge', drop: 'Drop' };

/** Null for none after all, and where there is nothing to choose from. */
async function askForChange(
  what: SectionChange['do'],
  { sections, fallback }: ProposedConfig,
  questions: Questions,
): Promise<SectionChange | null> {
  const titles = sections.map(({ title }) => title);
  const isFixed = what === 'merge' || what === 'drop';
  const able = isFixed ? titles.filter((title) => title !== fallback) : titles;
  if (able.length === 0) return null;
  const title = await questions.choose(`${questionVerbs[what]} which one?`, [
    ...able.map(labelled),
    BACK,
  ]);
  if (title === null) return null;
  const others = titles.filter((other) => other !== title);
  switch (what) {
    case 'rename':
      return {
        ...{ do: what, title },
        to: await questions.ask('Its title', title, (given) =>
          given.trim() === ''
            ? 'A section needs a title.'
            : others.includes(given.trim())
              ? 'Another section has this title. Merge them instead.'
              : undefined,
        ),
      };
    case 'merge':
      return {
        do: what,
        title,
        into: await questions.choose('Into which one?', others.map(labelled)),
      };
    case 'move':
      return {
        ...{ do: what, title },
        above: await questions.choose('Above which one?', [
          ...others.map(labelled),
          { value: null, label: 'None: to the end' },
        ]),
      };
    case 'drop':
      return { do: what, title };
  }
}

const BACK = { value: null, label: 'None: back' };

function labelled(title: string): { value: string; label: string } {
  return { value: title, label: title };
}
