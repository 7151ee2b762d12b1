import { afterEach, describe, expect, test } from 'vitest';
import { ask } from './ask.ts';
import type { GitHub } from './server.ts';
import { idOf, mutate, proposed, startForWriting } from './writing.ts';

let github: GitHub;
afterEach(() => github.close());

const branch = 'devreport/1';

function refused(name: string, message: string, type = 'UNPROCESSABLE') {
  return { status: 200, data: { [name]: null }, errors: [{ type, path: [name], message }] };
}

describe('what a pull request is given', () => {
  const given = `title body milestone { title } labels(first: 5) { nodes { name } } assignees(first: 5) { nodes { login } }
    reviewRequests(first: 5) { nodes { requestedReviewer { __typename ... on User { login } ... on Team { combinedSlug } } } }`;
  const start = (options: object = {}) =>
    startForWriting(
      {
        labels: ['report', { name: 'Docs', color: 'ff0000', description: 'Words' }],
        milestones: ['Spring', { title: 'Summer', state: 'CLOSED' }],
        collaborators: { ada: 'WRITE', grace: 'READ' },
      },
      {
        data: {
          teams: [{ organization: 'acme', slug: 'writers' }],
          users: ['ada', 'grace', 'eve'],
        },
        ...options,
      },
    );
  interface Ids {
    repository: {
      id: string;
      label: { id: string };
      labels: { nodes: { id: string; name: string }[] };
      milestones: { nodes: { id: string }[] };
    };
    ada: { id: string };
    grace: { id: string };
    eve: { id: string };
  }
  const ids = async () => {
    const query = `{ repository(owner: "acme", name: "app") { id label(name: "docs") { id color description }
        labels(first: 5, query: "rep") { nodes { id name } } milestones(first: 5, query: "spr") { nodes { id } } }
      ada: user(login: "ada") { id } grace: user(login: "Grace") { id } eve: user(login: "eve") { id } }`;
    const { data, errors } = await ask<Ids>(github, query);
    expect(errors).toBeUndefined();
    return data;
  };

  test('names lead to ids; those of nothing to nothing', async () => {
    github = await start();
    expect((await ids()).repository).toMatchObject({
      label: { color: 'ff0000', description: 'Words' },
      labels: { nodes: [{ name: 'report' }] },
    });
    const query =
      '{ repository(owner: "acme", name: "app") { label(name: "none") { id } } user(login: "nobody") { id } }';
    expect(await ask(github, query)).toMatchObject({
      data: { repository: { label: null }, user: null },
      errors: [
        { type: 'NOT_FOUND', message: "Could not resolve to a User with the login of 'nobody'." },
      ],
    });
  });

  test('updatePullRequest sets what is given, and leaves the rest', async () => {
    github = await start();
    const pullRequestId = await proposed(github, branch);
    const { repository, ada, eve } = await ids();
    const update = (more: object) =>
      mutate(github, 'updatePullRequest', { pullRequestId, ...more }, `pullRequest { ${given} }`);
    const { data } = await update({
      body: 'New',
      labelIds: [repository.label.id],
      milestoneId: repository.milestones.nodes[0]?.id,
      // Whoever cannot be assigned is left out.
      assigneeIds: [ada.id, eve.id],
    });
    expect(data).toMatchObject({
      updatePullRequest: {
        pullRequest: {
          ...{ title: 'Report', body: 'New', milestone: { title: 'Spring' } },
          labels: { nodes: [{ name: 'Docs' }] },
          assignees: { nodes: [{ login: 'ada' }] },
        },
      },
    });
    const later = await update({ title: 'Other', milestoneId: null });
    expect(later.data).toMatchObject({
      updatePullRequest: { pullRequest: { title: 'Other', body: 'New', milestone: null } },
    });
    const long = await update({ body: 'x'.repeat(65_537) });
    const message = 'Body is too long (maximum is 65536 characters)';
    expect(long).toMatchObject(refused('updatePullRequest', message));
  });

  test('labels and assignees are added to those there are', async () => {
    github = await start();
    const id = await proposed(github, branch);
    const { repository, ada } = await ids();
    for (const { id: label } of [repository.label, ...repository.labels.nodes])
      await mutate(github, 'addLabelsToLabelable', { labelableId: id, labelIds: [label] });
    await mutate(github, 'addAssigneesToAssignable', { assignableId: id, assigneeIds: [ada.id] });
    const query = `{ repository(owner: "acme", name: "app") { pullRequest(number: 1) { ${given} } } }`;
    const { data } = await ask<{ repository: { pullRequest: object } }>(github, query);
    expect(data.repository).toMatchObject({
      pullRequest: {
        labels: { nodes: [{ name: 'Docs' }, { name: 'report' }] },
        assignees: { nodes: [{ login: 'ada' }] },
      },
    });
  });

  test('createLabel makes one, once', async () => {
    github = await start();
    const label = { repositoryId: idOf(github), name: 'New', color: '00ff00' };
    expect((await mutate(github, 'createLabel', label, 'label { name }')).data).toEqual({
      createLabel: { label: { name: 'New' } },
    });
    expect(await mutate(github, 'createLabel', label)).toMatchObject(
      refused('createLabel', 'Name has already been taken'),
    );
  });

  test('reviews are asked of collaborators and teams, not of the author, nor of a bot', async () => {
    github = await start({ as: { kind: 'app' } });
    const pullRequestId = await proposed(github, branch);
    const { ada, grace, eve } = await ids();
    const team = await ask<{ organization: { team: { id: string } } }>(
      github,
      '{ organization(login: "acme") { team(slug: "writers") { id } } }',
    );
    const teamIds = [team.data.organization.team.id];
    const request = (more: object) =>
      mutate(github, 'requestReviews', { pullRequestId, ...more }, `pullRequest { ${given} }`);
    await request({ userIds: [ada.id] });
    const { data } = await request({ userIds: [grace.id], teamIds, union: true });
    expect(data).toMatchObject({
      requestReviews: {
        pullRequest: {
          reviewRequests: {
            nodes: [
              { requestedReviewer: { __typename: 'User', login: 'ada' } },
              { requestedReviewer: { login: 'grace' } },
              { requestedReviewer: { __typename: 'Team', combinedSlug: 'acme/writers' } },
            ],
          },
        },
      },
    });
    expect((await request({ userIds: [eve.id] })).errors?.[0]?.message).toMatch(
      'Reviews may only be requested from collaborators.',
    );
    const bot = 'BOT_kgDOCnlnWA';
    const missing = `Could not resolve to User node with the global id of '${bot}'.`;
    expect(await request({ userIds: [bot] })).toMatchObject(
      refused('requestReviews', missing, 'NOT_FOUND'),
    );
    github.editor.edit('acme/app#1', { author: 'ada' });
    expect(await request({ userIds: [ada.id] })).toMatchObject(
      refused('requestReviews', 'Review cannot be requested from pull request author.'),
    );
  });
});
