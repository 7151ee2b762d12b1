import { layoutTexts } from '../../config/layout-texts.ts';
import type { Config } from '../../config/schema/schema.ts';
import type { Snapshot } from '../../snapshot/schema.ts';
import { loginsOf } from '../../people/logins.ts';
import { participants } from '../../people/participants.ts';

/** A project's own words, in lower case: from its config, its logins, labels and paths. */
export function projectWords(config: Config, snapshot: Snapshot | null): Set<string> {
  const items = snapshot ? [...snapshot.pullRequests, ...snapshot.issues] : [];
  const { title, closing } = layoutTexts(config);
  const names = [
    title,
    ...config.repositories,
    ...config.organizations,
    ...closing.map((section) => section.title),
    ...config.sections.flatMap(({ title, labels, paths }) => [title, ...labels, ...paths]),
    ...(snapshot?.repositories ?? []),
    ...loginsOf(items.flatMap(participants)),
    ...items.flatMap(({ labels }) => labels),
    ...items.flatMap((item) => ('files' in item ? (item.files ?? []) : [])).map(({ path }) => path),
  ];
  return new Set(names.flatMap((name) => name.toLowerCase().match(/[a-z]{3,}/g) ?? []));
}
