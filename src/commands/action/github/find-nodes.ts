import * as v from 'valibot';
import type { Base } from './base-files.ts';
import type { GitHubApi } from './github-api.ts';

/** Something that has a node ID, by the name that people use. */
export interface NamedNode {
  kind: 'label' | 'assignee' | 'reviewer' | 'team' | 'milestone';
  name: string;
}

/** How a node is found: a field with `$value`, of the repository or of the root. */
interface Finder {
  field: string;
  isOfRepository: boolean;
  value: string | number;
}

const nodeSchema = v.object({ id: v.string(), title: v.optional(v.string()) });

const answerSchema = v.objectWithRest(
  { repository: v.nullish(v.record(v.string(), v.unknown())) },
  v.unknown(),
);

/** The node IDs of those that there are, found in one request. */
export async function findNodes(
  api: GitHubApi,
  { repository }: Base,
  wanted: readonly NamedNode[],
): Promise<Map<NamedNode, string>> {
  const [owner = '', name = ''] = repository.split('/');
  const variables: Record<string, unknown> = { owner, name };
  const parameters = ['$owner: String!', '$name: String!'];
  const fields = wanted.map((one, index) => {
    const { field, isOfRepository, value } = finderOf(one, owner);
    const variable = `v${String(index)}`;
    variables[variable] = value;
    parameters.push(`$${variable}: ${typeof value === 'number' ? 'Int!' : 'String!'}`);
    const text = `n${String(index)}: ${field.replace('$value', `$${variable}`)}`;
    return { isOfRepository, text };
  });
  const textsOf = (ofRepository: boolean) =>
    fields.filter((one) => one.isOfRepository === ofRepository).map((one) => `  ${one.text}`);
  const text = [
    `query ActionNames(${parameters.join(', ')}) {`,
    '  repository(owner: $owner, name: $name) {',
    '  id',
    ...textsOf(true),
    '  }',
    ...textsOf(false),
    '}',
  ].join('\n');
  const answer = await api.query({ text, variables }, answerSchema);
  const found = new Map<NamedNode, string>();
  for (const [index, one] of wanted.entries()) {
    const place = fields[index]?.isOfRepository === true ? answer.repository : answer;
    const id = idIn(place?.[`n${String(index)}`], one.name);
    if (id !== null) found.set(one, id);
  }
  return found;
}

function finderOf({ kind, name }: NamedNode, owner: string): Finder {
  switch (kind) {
    case 'label':
      return { field: 'label(name: $value) { id }', isOfRepository: true, value: name };
    case 'assignee':
    case 'reviewer':
      return { field: 'user(login: $value) { id }', isOfRepository: false, value: name };
    case 'team': {
      const [organization = '', slug = ''] = name.includes('/') ? name.split('/') : [owner, name];
      const field = `organization(login: ${JSON.stringify(organization)}) { team(slug: $value) { id } }`;
      return { field, isOfRepository: false, value: slug };
    }
    case 'milestone':
      return /^\d{1,9}$/.test(name)
        ? { field: 'milestone(number: $value) { id }', isOfRepository: true, value: Number(name) }
        : {
            field: 'milestones(query: $value, first: 20) { nodes { id title } }',
            isOfRepository: true,
            value: name,
          };
  }
}

const shapes = v.union([
  nodeSchema,
  v.object({ team: v.nullable(nodeSchema) }),
  v.object({ nodes: v.array(v.nullable(nodeSchema)) }),
]);

/** A search finds titles that only contain the words. */
function idIn(value: unknown, title: string): string | null {
  const read = v.safeParse(shapes, value);
  if (!read.success) return null;
  if ('id' in read.output) return read.output.id;
  if ('team' in read.output) return read.output.team?.id ?? null;
  return read.output.nodes.find((node) => node?.title === title)?.id ?? null;
}
