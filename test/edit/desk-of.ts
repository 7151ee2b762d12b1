import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDraft } from '../../src/commands/draft/fresh-draft.ts';
import { compose } from '../../src/compose/compose.ts';
import { nothingBefore } from '../../src/compose/view/previously.ts';
import type { ConfigInput } from '../../src/config/schema/schema.ts';
import type { Desk } from '../../src/edit/desk.ts';
import { deskFacts } from '../../src/edit/facts/desk-facts.ts';
import { othersDraft } from '../../src/edit/facts/others-draft.ts';
import { loadTemplate } from '../../src/render/load-template.ts';
import { textWithRecord } from '../../src/report/draft/draft-record.ts';
import { knownFacts } from '../../src/revise/known-facts.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import type { Snapshot } from '../../src/snapshot/schema.ts';
import { config } from '../support/report.ts';
import { deskWith } from './desk.ts';

const root = join(import.meta.dirname, '..', '..');

/** The facts that the drafts of the layouts are made from. */
export function layoutFacts(
  name: 'sample' | 'hostile' | 'empty' | 'repositories' | 'everything' | 'incomplete',
): Snapshot {
  const golden = {
    hostile: 'hostile-titles',
    empty: 'empty-week',
    repositories: 'several-repositories',
    incomplete: 'incomplete',
  };
  const path =
    name === 'sample'
      ? 'src/collect/sample.json'
      : name === 'everything'
        ? 'test/layouts/everything.snapshot.json'
        : `test/golden/${golden[name]}/snapshot.json`;
  return parseSnapshot(readFileSync(join(root, path), 'utf8'), path);
}

/** The draft of some facts in a layout, and the desk that it is edited at. */
export async function deskOf(
  snapshot: Snapshot,
  input: ConfigInput = {},
): Promise<{ desk: Desk & { drafts: NonNullable<Desk['drafts']> }; text: string }> {
  const settings = config(input);
  const template = await loadTemplate(settings.template, root);
  const [home] = snapshot.repositories;
  const view = compose(snapshot, settings, 0);
  const context = { snapshot, config: settings, home, previously: nothingBefore };
  const fresh = freshDraft(view, context, template, knownFacts(snapshot), null);
  const facts = deskFacts(snapshot, settings, { view, draft: fresh.draft, home });
  const drafts = { fresh, others: othersDraft(fresh.draft, view, context, template) };
  return {
    desk: { ...deskWith({ home, server: snapshot.server, facts }), drafts },
    text: textWithRecord(fresh.draft.outline.text, fresh.record),
  };
}
