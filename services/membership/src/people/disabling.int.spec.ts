import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askCopy, downloadCopy } from '@alianza/contracts/membership/account/personal-data';
import { assignApplication } from '@alianza/contracts/membership/application-desk';
import { listApplications } from '@alianza/contracts/membership/applications';
import { issueInvitation } from '@alianza/contracts/membership/invitations';
import { completeHandover } from '@alianza/contracts/membership/representation/handovers';
import { exportMembers, listDirectory } from '@alianza/contracts/membership/directory/members';
import { listOrganizations, suspendOrganization, withdrawOrganization } from '@alianza/contracts/membership/organizations';
import {
  disablePerson,
  enablePerson,
  getMe,
  grantRole,
  personDisabled,
  personEnabled,
  type Me,
} from '@alianza/contracts/membership/people';
import { downloadLetter, fileLetter } from '@alianza/contracts/membership/representation/letters';
import { endRole, listRoles, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import type { Operation } from '@alianza/contracts/operation';
import { draftPractice, listOwnPractices } from '@alianza/contracts/repository/practices';
import { startGateway } from '@alianza/gateway/start';
import { environmentsFor, localIssuer } from '@alianza/local/environments';
import { freePort } from '@alianza/local/servers/free-port';
import { definitions } from '@alianza/local/services';
import { startService } from '@alianza/platform/run/run-service';
import { sendUpload, smallPdf } from '@alianza/testing/builders/files/uploads';
import { completeContent } from '@alianza/testing/builders/practices';
import { Edge } from '@alianza/testing/edge';
import { aSecondAndOneToSpare, eventually, lastOtherwise } from '@alianza/testing/eventually';
import type { Person, TestNetwork, TestOrganization } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSurroundings, type OpenSurroundings } from '@alianza/testing/surroundings';
import { randomUUID } from 'node:crypto';

/** One product behind two gateways, each with its own memory of who asked a moment ago; membership and repository are two of each as well. */
let standing: OpenSurroundings;
let edges: [Edge, Edge];
let origins: [string, string];
let network: TestNetwork;
let organization: TestOrganization;
const started: { close(): Promise<unknown> }[] = [];

/**
 * What gateways keep is as old as this clock says, which never goes back: after a second and a millisecond of it nothing from before is given again,
 * at the first question and however fast the machine is.
 */
const clock = performance.now.bind(performance);
let ahead = 0;
const aSecondLater = () => void (ahead += 1001);

beforeAll(async () => {
  performance.now = () => clock() + ahead;
  standing = await openSurroundings();
  const environments = environmentsFor(standing.parts);
  for (const definition of definitions.filter(({ name }) => name !== 'gateway'))
    started.unshift(await startService(definition, environments[definition.name]));
  for (const definition of definitions.filter(({ name }) => name === 'membership' || name === 'repository'))
    started.unshift(await startService(definition, environments[definition.name]));
  const second = await freePort();
  started.unshift(await startGateway(environments.gateway));
  started.unshift(await startGateway({ ...environments.gateway, PORT: String(second) }));
  origins = [standing.origin, `http://127.0.0.1:${String(second)}`];
  edges = [standing.edge, new Edge(origins[1])];
  network = await standing.people.openNetwork();
  organization = await standing.people.openOrganization(network);
}, 60_000);
afterAll(async () => {
  for (const app of started) await app.close();
  await standing.close();
  performance.now = clock;
});

const hold = (id: string, until: string) =>
  rowsOf('membership', 'update role set letter_valid_until = $2::timestamptz where person_id = $1 returning id', [id, until]);
const operator = async () => ({ token: await standing.people.operator(), network: network.code });
const settle = async (operation: Operation, { id }: Person) =>
  standing.edge.call(operation, { id, reason: 'Equipo perdido.' }, await operator());
const write = (edge: Edge, person: Person) => edge.send(draftPractice, { content: completeContent() }, person);
const read = (edge: Edge, person: Person) => edge.send(listOwnPractices, {}, person);
const statuses = async (ask: typeof write, person: Person) =>
  (await Promise.all(edges.map((edge) => ask(edge, person)))).map(({ status }) => status);
const statusesLater = (ask: typeof write, person: Person) => {
  aSecondLater();
  return statuses(ask, person);
};

describe('on both of two gateways, whatever the token says', () => {
  it('a disabled person’s next write is refused, the next read within a second, and all is as before once enabled', async () => {
    const [person, reader] = [
      await standing.people.enrol('titular', network, organization),
      await standing.people.enrol('editor', network, organization),
    ];
    expect([await statuses(write, person), await statuses(read, person), await statuses(read, reader)]).toEqual([
      [200, 200],
      [200, 200],
      [200, 200],
    ]);
    await settle(disablePerson, reader);
    const refused = async () => (await statuses(read, reader)).every((status) => status === 401);
    expect(await lastOtherwise(refused)).toBeLessThan(aSecondAndOneToSpare); // by the machine's own clock
    await settle(disablePerson, person);
    expect(await statuses(write, person)).toEqual([401, 401]);
    expect(await statuses(read, person)).toEqual([401, 401]); // what the write was told, the reads after it know
    expect((await edges[1].send(getMe, {}, { token: person.token })).status).toBe(401);
    await settle(enablePerson, person);
    expect(await statuses(write, person)).toEqual([200, 200]);
  });

  it('a secretary whose role ended is refused the next write, and the queue of applications within a second', async () => {
    const [secretary, lead] = [
      await standing.people.enrol('secretariat', network, organization),
      await standing.people.enrol('secretariat-lead', network, organization),
    ];
    const assign = (edge: Edge, person: Person) =>
      edge.send(assignApplication, { id: randomUUID(), personId: person.id }, { ...person, version: 1 });
    const queue = (edge: Edge, person: Person) => edge.send(listApplications, {}, person);
    expect([await statuses(assign, secretary), await statuses(queue, secretary)]).toEqual([
      [404, 404],
      [200, 200],
    ]);
    const [role] = await rowsOf<{ id: string; version: number }>('membership', 'select id, version from role where person_id = $1', [
      secretary.id,
    ]);
    await standing.edge.call(endRole, { id: role?.id, reason: 'Cambió de trabajo.' }, { ...lead, version: role?.version ?? 0 });
    expect(await statuses(assign, secretary)).toEqual([403, 403]);
    expect(await statusesLater(queue, secretary)).toEqual([403, 403]);
  });

  it('the people of a suspended organisation are refused their next write', async () => {
    const theirs = await standing.people.openOrganization(network);
    const [person, lead] = [
      await standing.people.enrol('titular', network, theirs),
      await standing.people.enrol('secretariat-lead', network, organization),
    ];
    expect(await statuses(write, person)).toEqual([200, 200]);
    await standing.edge.call(suspendOrganization, { id: theirs.id, reason: 'Dos sesiones sin asistencia.' }, { ...lead, version: 1 });
    expect(await statuses(write, person)).toEqual([403, 403]);
    expect(await statuses(read, person)).toEqual([200, 200]);
  });
});

describe('on both of two gateways, a ticket for a file', () => {
  const enrol = (role: 'secretariat' | 'secretariat-lead') => standing.people.enrol(role, network, organization);
  const roleOf = async ({ id }: Person) =>
    (await rowsOf<{ id: string; version: number }>('membership', 'select id, version from role where person_id = $1', [id]))[0]!;
  const ticket = async (operation: Operation, input: Record<string, unknown>, person: Person) =>
    (await standing.edge.call<{ url: string }>(operation, input, person)).url;
  const members = (person: Person) => ticket(exportMembers, { columns: ['name'], format: 'csv' }, person);
  const opened = async (url: string) => {
    const [one, two] = [await fetch(origins[0] + url), await fetch(origins[1] + url)];
    return [one, two].map(({ status }) => status);
  };
  const alsoTitular = async ({ token, email }: Person, { id: organizationId }: TestOrganization) => {
    const { sub: subject } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string };
    const person = { name: 'Titular de dos', language: 'es', email, issuer: localIssuer, subject };
    await standing.edge.call(grantRole, { organizationId, role: 'titular', person }, await operator());
  };
  const [once, refused] = [
    [200, 404],
    [404, 404],
  ];

  it('opens nothing for a disabled person, whatever was asked before, and what was refused was not spent', async () => {
    const person = await enrol('secretariat-lead');
    const [first, second] = [await members(person), await members(person)];
    expect(await opened(first)).toEqual(once);
    await standing.edge.call(askCopy, {}, person);
    const own = await eventually(() => ticket(downloadCopy, {}, person).catch(() => null), 20_000);
    await settle(disablePerson, person);
    expect([await opened(second), await opened(own)]).toEqual([refused, refused]);
    await settle(enablePerson, person);
    expect([await opened(second), await opened(own)]).toEqual([once, once]);
  });

  it('opens nothing for whose role has ended', async () => {
    const [person, lead] = [await enrol('secretariat'), await enrol('secretariat-lead')];
    const url = await members(person);
    const { id, version } = await roleOf(person);
    await standing.edge.call(endRole, { id, reason: 'Cambió de trabajo.' }, { ...lead, version });
    expect(await opened(url)).toEqual(refused);
  });

  it('opens for the people of a suspended organisation, as they read, and not of one that has left, whatever they are elsewhere', async () => {
    const [theirs, other] = [await standing.people.openOrganization(network), await standing.people.openOrganization(network)];
    const [person, lead] = [await standing.people.enrol('titular', network, theirs), await enrol('secretariat-lead')];
    const sent = { name: 'oficio.pdf', purpose: 'designation-letter', person } as const;
    const { uploadId } = (await sendUpload(standing, network.code, smallPdf, sent)).body;
    const { id: roleId } = await roleOf(person);
    await alsoTitular(person, other);
    const said = { roleId, uploadId, dated: '2026-01-15', validUntil: '2099-12-31', office: 'Presidencia' };
    const { id } = await standing.edge.call<{ id: string }>(fileLetter, said, person);
    const letter = () => ticket(downloadLetter, { id }, person);
    const before = await letter();
    await standing.edge.call(suspendOrganization, { id: theirs.id, reason: 'Dos sesiones sin asistencia.' }, { ...lead, version: 1 });
    expect(await opened(before)).toEqual(once);
    const during = await letter();
    await standing.edge.call(withdrawOrganization, { id: theirs.id, reason: 'Lo pidió.' }, { ...lead, version: 2 });
    expect(await opened(during)).toEqual(refused);
  });
});

describe('on both of two gateways, within a second of the decision', () => {
  const reason = 'Comunicó por escrito su salida.';
  const onBoth = <T>(ask: (edge: Edge, origin: string) => Promise<T>) =>
    Promise.all(edges.map((edge, index) => ask(edge, origins[index] ?? '')));
  const inDirectory = (edge: Edge, reader: Person, { id }: TestOrganization) =>
    edge
      .call<{ items: { id: string; status: string }[] }>(listDirectory, { limit: 100 }, reader)
      .then(({ items }) => items.find((one) => one.id === id)?.status ?? null);
  const mine = (edge: Edge, { token }: Person) =>
    edge.send<Me>(getMe, {}, { token }).then(({ body }) => body.networks.flatMap((one) => one.organizations.map(({ status }) => status)));
  const listed = (edge: Edge, { slug }: TestOrganization) =>
    edge
      .call<{ items: { slug: string }[] }>(listOrganizations, { limit: 100 }, { network: network.code })
      .then(({ items }) => items.some((one) => one.slug === slug));
  const page = (origin: string, { slug }: TestOrganization) =>
    fetch(`${origin}/${network.code}/organizaciones/${slug}`).then(({ status }) => status);

  it('a suspension is read by its people and by the others; a withdrawal leaves it in no directory and on no page', async () => {
    const theirs = await standing.people.openOrganization(network);
    const [person, other, lead] = [
      await standing.people.enrol('titular', network, theirs),
      await standing.people.enrol('editor', network, organization),
      await standing.people.enrol('secretariat-lead', network, organization),
    ];
    expect(await onBoth((edge) => mine(edge, person))).toEqual([['active'], ['active']]);
    expect(await onBoth((edge) => inDirectory(edge, other, theirs))).toEqual(['active', 'active']);
    expect(await onBoth((edge, origin) => Promise.all([listed(edge, theirs), page(origin, theirs)]))).toEqual([
      [true, 200],
      [true, 200],
    ]);
    await standing.edge.call(suspendOrganization, { id: theirs.id, reason }, { ...lead, version: 1 });
    const isSuspended = async (edge: Edge) =>
      (await mine(edge, person))[0] === 'suspended' && (await inDirectory(edge, other, theirs)) === 'suspended';
    aSecondLater();
    expect(await onBoth(isSuspended)).toEqual([true, true]);
    await standing.edge.call(withdrawOrganization, { id: theirs.id, reason }, { ...lead, version: 2 });
    const isGone = async (edge: Edge, origin: string) => {
      if ((await edge.send(listDirectory, {}, person)).status !== 403 || (await mine(edge, person)).length > 0) return false;
      if ((await inDirectory(edge, other, theirs)) !== null || (await listed(edge, theirs))) return false;
      return (await page(origin, theirs)) === 404;
    };
    aSecondLater();
    expect(await onBoth(isGone)).toEqual([true, true]);
  });

  it('a letter that is over accredits nobody', async () => {
    const person = await standing.people.enrol('titular', network, await standing.people.openOrganization(network));
    const accredited = () =>
      onBoth(async (edge) => (await edge.call<OrganizationPeople>(listRoles, {}, person)).items.map((role) => role.accredited)[0] === true);
    await hold(person.id, '2099-01-01');
    expect(await accredited()).toEqual([true, true]);
    await hold(person.id, '2020-01-01');
    aSecondLater();
    expect(await accredited()).toEqual([false, false]);
  });
});

describe('on both of two gateways, who speaks for an organisation', () => {
  const invite = (edge: Edge, person: Person, role = 'suplente') => {
    const email = `invitada-${randomUUID().slice(0, 8)}@example.org`;
    return edge.send(issueInvitation, { role, email, language: 'es' }, person);
  };
  it('decides nothing more from the next write on, once the letter is over', async () => {
    const theirs = await standing.people.openOrganization(network);
    const person = await standing.people.enrol('titular', network, theirs);
    expect(await statuses(invite, person)).toEqual([403, 403]);
    await hold(person.id, '2099-01-01');
    expect(await statuses(invite, person)).toEqual([200, 200]);
    await hold(person.id, '2020-01-01');
    expect(await statuses(invite, person)).toEqual([403, 403]);
  });

  it('writes nothing more once the role has ended, and reads nothing within a second', async () => {
    const theirs = await standing.people.openOrganization(network);
    const person = await standing.people.enrol('suplente', network, theirs);
    const lead = await standing.people.enrol('secretariat-lead', network, organization);
    expect([await statuses(write, person), await statuses(read, person)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    const [role] = await rowsOf<{ id: string; version: number }>('membership', 'select id, version from role where person_id = $1', [
      person.id,
    ]);
    await standing.edge.call(endRole, { id: role?.id, reason: 'Dejó la organización.' }, { ...lead, version: role?.version });
    expect(await statuses(write, person)).toEqual([403, 403]);
    expect(await statusesLater(read, person)).toEqual([403, 403]);
  });

  it('is another from the next write on, once the role has passed; who has none left reads nothing within a second', async () => {
    const theirs = await standing.people.openOrganization(network);
    const [former, successor, lead] = [
      await standing.people.enrol('titular', network, theirs),
      await standing.people.enrol('suplente', network, theirs),
      await standing.people.enrol('secretariat-lead', network, organization),
    ];
    const inviteEditor = (edge: Edge, person: Person) => invite(edge, person, 'editor');
    expect(await statuses(inviteEditor, former)).toEqual([200, 200]);
    expect([await statuses(inviteEditor, successor), await statuses(read, former)]).toEqual([
      [403, 403],
      [200, 200],
    ]);
    await standing.edge.call(completeHandover, { organizationId: theirs.id, personId: successor.id, becomes: 'nothing' }, lead);
    expect([await statuses(inviteEditor, former), await statuses(inviteEditor, successor)]).toEqual([
      [403, 403],
      [200, 200],
    ]);
    expect(await statusesLater(read, former)).toEqual([403, 403]);
  });
});

describe('the provider', () => {
  it('lets a disabled person sign in no more, and again once enabled', async () => {
    const person = await standing.people.enrol('editor', network, organization);
    const signsIn = () => standing.people.token(person.email).then(Boolean, () => false);
    await settle(disablePerson, person);
    await eventually(async () => !(await signsIn()));
    await settle(enablePerson, person);
    await eventually(signsIn);
  });

  it('is told the last decision, however fast they follow each other', async () => {
    const person = await standing.people.enrol('editor', network, organization);
    for (let turn = 0; turn < 3; turn++) {
      await settle(disablePerson, person);
      await settle(enablePerson, person);
    }
    const waiting = () =>
      rowsOf('membership', `select from pgboss.job where name = 'accounts' and data ->> 'personId' = $1 and state <> 'completed'`, [
        person.id,
      ]);
    await eventually(async () => (await waiting()).length === 0);
    expect(await standing.people.token(person.email)).toMatch(/\./);
  });
});

describe('the fact', () => {
  it('is told once, of no network, with its reason; the same again changes nothing', async () => {
    const person = await standing.people.enrol('editor', network, organization);
    for (const operation of [disablePerson, disablePerson, enablePerson, enablePerson]) await settle(operation, person);
    const told = await rowsOf<{ subject: string }>(
      'membership',
      `select event ->> 'subject' as subject, event ->> 'networkId' as network, event -> 'data' ->> 'reason' as reason from outbox
        where event ->> 'aggregateId' = $1 and event ->> 'subject' = any($2) order by position`,
      [person.id, [personDisabled.subject, personEnabled.subject]],
    );
    const fact = { network: null, reason: 'Equipo perdido.' };
    expect(told).toEqual([
      { subject: personDisabled.subject, ...fact },
      { subject: personEnabled.subject, ...fact },
    ]);
  });

  it('concerns nobody of another network', async () => {
    const person = await standing.people.enrol('editor', network, organization);
    const elsewhere = { ...(await operator()), network: (await standing.people.openNetwork()).code };
    const { status, body } = await standing.edge.send(disablePerson, { id: person.id, reason: 'x' }, elsewhere);
    expect([status, body.code]).toEqual([404, 'person-not-found']);
  });
});
