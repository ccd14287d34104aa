import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptApplication,
  answerClarification,
  applyForMembership,
  askClarification,
  confirmApplication,
  declineApplication,
  followApplication,
  getApplication,
  getApplicationLetter,
  listApplications,
  withdrawApplication,
  type Application,
  type ApplicationRow,
  type FollowedApplication,
} from '@alianza/contracts/membership/applications';
import { assignApplication, findDuplicates, listApplicationOwners, type Likenesses } from '@alianza/contracts/membership/application-desk';
import { listOrganizations, registerOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson } from '@alianza/contracts/membership/people';
import { endRole } from '@alianza/contracts/membership/representation/roles';
import { applied, confirmed, secretFor } from '@alianza/testing/builders/applications';
import { roleOf } from '@alianza/testing/builders/representatives';
import { codeOf } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { upload } from '@alianza/testing/builders/files/uploads';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

let world: World;
let ours: Setting;
let theirs: Setting;
let secretariat: Person;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
  secretariat = await asSecretariat(ours);
}, 60_000);
afterAll(() => world.close());

const granted = { category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' };
const atOurs = () => ({ network: ours.network.code });
const read = (id: string) => world.edge.call<Application>(getApplication, { id }, secretariat);
const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)} (ficticia)`;

describe('an application', () => {
  it('answers nothing that tells who applied before', async () => {
    const input = { ...applyForMembership.example.input };
    const answers = [
      await world.edge.send(applyForMembership, input, atOurs()),
      await world.edge.send(applyForMembership, input, atOurs()),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, {}],
      [200, {}],
    ]);
  });

  it('is unseen until its address is confirmed, once, by the newest link, in its own network', async () => {
    const id = await applied(ours);
    expect(codeOf(await world.edge.send(getApplication, { id }, secretariat))).toEqual([404, 'application-not-found']);
    const secret = await secretFor(ours, 'confirm-application', id);
    expect(codeOf(await world.edge.send(confirmApplication, { secret }, { network: theirs.network.code }))).toEqual([
      404,
      'link-not-valid',
    ]);
    const confirm = () => world.edge.send(confirmApplication, { secret }, atOurs());
    const statuses = (await Promise.all([confirm(), confirm(), confirm()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404, 404]);
    expect(await read(id)).toMatchObject({ status: 'submitted', history: [{ status: 'unconfirmed' }, { status: 'submitted' }] });
  });

  it('is asked about, answered and declined, and its applicant follows every step', async () => {
    const { applicationId: id, followSecret: secret } = await confirmed(ours);
    const unasked = await world.edge.send(answerClarification, { secret, text: 'Sí.' }, atOurs());
    expect(codeOf(unasked)).toEqual([409, 'clarification-not-asked']);
    const { version } = await read(id);
    const asked = await world.edge.call<Application>(askClarification, { id, text: '¿Quién firma?' }, { ...secretariat, version });
    expect(codeOf(await world.edge.send(declineApplication, { id, reason: 'No.' }, { ...secretariat, version }))).toEqual([
      412,
      'version-stale',
    ]);
    await world.edge.call(answerClarification, { secret, text: 'La presidencia.' }, atOurs());
    const decline = { ...secretariat, version: asked.version + 1 };
    await world.edge.call(declineApplication, { id, reason: 'No trabaja en cuidados.' }, decline);
    const followed = await world.edge.call<FollowedApplication>(followApplication, { secret }, atOurs());
    expect(followed.history.map(({ status, text }) => [status, text])).toEqual([
      ['unconfirmed', null],
      ['submitted', null],
      ['clarification-asked', '¿Quién firma?'],
      ['clarification-answered', 'La presidencia.'],
      ['declined', 'No trabaja en cuidados.'],
    ]);
    expect(codeOf(await world.edge.send(withdrawApplication, { secret }, atOurs()))).toEqual([409, 'application-not-open']);
  });

  it('is asked again as often as it takes, and every round is kept', async () => {
    const { applicationId: id, followSecret: secret } = await confirmed(ours);
    for (const round of ['Quién firma', 'Desde cuándo', 'Con quiénes']) {
      const { version } = await read(id);
      await world.edge.call(askClarification, { id, text: `¿${round}?` }, { ...secretariat, version });
      await world.edge.call(answerClarification, { secret, text: `${round}: consta.` }, atOurs());
    }
    const { history } = await world.edge.call<FollowedApplication>(followApplication, { secret }, atOurs());
    expect(history.slice(2).map(({ text }) => text)).toEqual(
      ['Quién firma', 'Desde cuándo', 'Con quiénes'].flatMap((round) => [`¿${round}?`, `${round}: consta.`]),
    );
    expect((await read(id)).history).toEqual(history);
  });

  it('tells what it lacks', async () => {
    const { applicationId: id } = await confirmed(ours, { website: 'https://www.fundacion-muestra.example.org' });
    const { completeness } = await read(id);
    expect(Object.fromEntries(completeness.map(({ item, met }) => [item, met]))).toMatchObject({
      'letter-file': false,
      'own-address': true,
      answered: true,
    });
  });

  it('is sent five mails a day at most, and nobody sees that the sixth is not', async () => {
    const email = `inundada-${randomUUID().slice(0, 8)}@example.org`;
    const spellings = [email, email.toUpperCase(), email, email.replace('i', 'I'), email, email, email];
    const answers = [];
    for (const spelling of spellings)
      answers.push(await world.edge.send(applyForMembership, { ...applyForMembership.example.input, email: spelling }, atOurs()));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(spellings.map(() => [200, {}]));
    const mailed = await rowsOf<{ mailed: boolean }>(
      'membership',
      `select (o.event -> 'data' ->> 'mailed')::boolean as mailed from outbox o join application a on o.event ->> 'aggregateId' = a.id::text
        where a.email_key = $1 order by o.position`,
      [email],
    );
    expect(mailed.map((row) => row.mailed)).toEqual([true, true, true, true, true, false, false]);
  });

  it('may come again after it was declined', async () => {
    const organization = unique('Red Insistente');
    const first = await confirmedAs(organization);
    const decline = { id: first.applicationId, reason: 'Falta la carta.' };
    await world.edge.call(declineApplication, decline, { ...secretariat, version: (await read(first.applicationId)).version });
    const { applicationId: id } = await confirmedAs(organization, first.applicationId);
    const { applications } = await world.edge.call<Likenesses>(findDuplicates, { id }, secretariat);
    expect(applications.find((one) => one.id === first.applicationId)).toMatchObject({
      status: 'declined',
      by: expect.arrayContaining(['name']),
    });
    await world.edge.call(acceptApplication, { id, ...granted }, { ...secretariat, version: (await read(id)).version });
    expect(await read(id)).toMatchObject({ status: 'accepted' });
  });

  it('may be withdrawn by its applicant, who still reads it', async () => {
    const { applicationId: id, followSecret: secret } = await confirmed(ours);
    expect(await world.edge.call(withdrawApplication, { secret }, atOurs())).toMatchObject({ status: 'withdrawn' });
    const { version } = await read(id);
    const accept = await world.edge.send(acceptApplication, { id, ...granted }, { ...secretariat, version });
    expect(codeOf(accept)).toEqual([409, 'application-not-open']);
    expect(await world.edge.call(followApplication, { secret }, atOurs())).toMatchObject({ status: 'withdrawn' });
  });

  it('with a letter in a file hands it out by a ticket, to the secretariat', async () => {
    const letterUploadId = await upload(world, ours.network.code);
    const { applicationId: id } = await confirmed(ours, { letterText: undefined, letterUploadId });
    expect(await read(id)).toMatchObject({ letterText: null, letterFile: { name: 'carta.pdf', size: expect.any(Number) } });
    expect(await world.edge.call(getApplicationLetter, { id }, secretariat)).toMatchObject({ url: expect.stringMatching(/^\/files\//) });
    expect((await world.edge.send(getApplicationLetter, { id }, await asTitular(ours))).status).toBe(403);
  });

  it('has no letter to download when the letter is a text', async () => {
    const { applicationId: id } = await confirmed(ours);
    expect(codeOf(await world.edge.send(getApplicationLetter, { id }, secretariat))).toEqual([404, 'letter-not-attached']);
    expect(await read(id)).toMatchObject({ letterFile: null, letterText: expect.any(String) });
  });
});

describe('the queue', () => {
  it('shows the open ones, the oldest first, page by page', async () => {
    const alone = await openSetting(world);
    const reader = await asSecretariat(alone);
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn++) ids.push((await confirmed(alone)).applicationId);
    await applied(alone);
    interface Page {
      items: ApplicationRow[];
      nextCursor: string | null;
      total: number;
    }
    const first = await world.edge.call<Page>(listApplications, { limit: 2 }, reader);
    const second = await world.edge.call<Page>(listApplications, { limit: 2, cursor: first.nextCursor }, reader);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect([first.total, second.nextCursor]).toEqual([3, null]);
    const decided = await world.edge.call<Page>(listApplications, { status: 'accepted' }, reader);
    expect(decided).toMatchObject({ items: [], total: 0 });
  });

  it('is the secretariat’s, and another network’s applications do not exist', async () => {
    const { applicationId: id } = await confirmed(ours);
    expect((await world.edge.send(getApplication, { id }, await asTitular(ours))).status).toBe(403);
    expect(codeOf(await world.edge.send(getApplication, { id }, await asSecretariat(theirs)))).toEqual([404, 'application-not-found']);
  });
});

describe('an application has an owner', () => {
  interface Rows {
    items: ApplicationRow[];
    total: number;
  }

  it('of the secretariat, seen with its age in the queue, and its review begins', async () => {
    const alone = await openSetting(world);
    const [reader, colleague] = [await asSecretariat(alone), await world.people.enrol('secretariat-lead', alone.network)];
    const { applicationId: id } = await confirmed(alone);
    const list = (assigned?: 'me' | 'nobody', person = reader) => world.edge.call<Rows>(listApplications, { assigned }, person);
    expect((await list('nobody')).items).toMatchObject([{ id, assignee: null, status: 'submitted' }]);
    const { items: owners } = await world.edge.call<{ items: { personId: string }[] }>(listApplicationOwners, {}, reader);
    expect(owners.map(({ personId }) => personId).sort()).toEqual([reader.id, colleague.id].sort());

    const assign = (personId: string | null, version: number) =>
      world.edge.send(assignApplication, { id, personId }, { ...reader, version });
    const given = await assign(colleague.id, 2);
    expect(given.body).toMatchObject({ status: 'in-review', assignee: { personId: colleague.id, name: 'secretariat-lead' } });
    expect(codeOf(await assign(reader.id, 2))).toEqual([412, 'version-stale']);
    expect([(await list('nobody')).total, (await list('me')).total, (await list('me', colleague)).total, (await list()).total]).toEqual([
      0, 0, 1, 1,
    ]);
    const titular = await asTitular(alone);
    expect(codeOf(await assign(titular.id, 3))).toEqual([404, 'application-owner-not-found']);
    expect((await world.edge.send(assignApplication, { id, personId: titular.id }, { ...titular, version: 3 })).status).toBe(403);
    const back = await assign(null, 3);
    expect(back.body).toMatchObject({ status: 'in-review', assignee: null });

    await assign(reader.id, 4);
    const held = await roleOf(alone, reader);
    await world.edge.call(endRole, { id: held.roleId, reason: 'Cambió de trabajo.' }, { ...colleague, version: held.version });
    expect((await list('nobody', colleague)).items).toMatchObject([
      { id, assignee: null, status: 'in-review', givenBackAt: expect.any(String) },
    ]);
  });

  it('who is disabled gives it back, says so in the queue and tells the others; decided ones stay as they are', async () => {
    const alone = await openSetting(world);
    const [reader, colleague] = [await asSecretariat(alone), await world.people.enrol('secretariat-lead', alone.network)];
    const [open, decided] = [(await confirmed(alone)).applicationId, (await confirmed(alone)).applicationId];
    for (const id of [open, decided]) await world.edge.call(assignApplication, { id, personId: reader.id }, { ...colleague, version: 2 });
    await world.edge.call(declineApplication, { id: decided, reason: 'No trabaja en cuidados.' }, { ...colleague, version: 3 });
    const operator = { network: alone.network.code, token: await world.people.operator() };
    await world.edge.call(disablePerson, { id: reader.id, reason: 'Equipo perdido.' }, operator);
    const [row] = await eventually(async () => {
      const { items } = await world.edge.call<Rows>(listApplications, { assigned: 'nobody' }, colleague);
      return items.length > 0 && items;
    });
    expect(row).toMatchObject({ id: open, givenBackAt: expect.any(String) });
    const one = await world.edge.call<Application>(getApplication, { id: decided }, colleague);
    expect(one).toMatchObject({ status: 'declined', assignee: { personId: reader.id }, givenBackAt: null });
    const taken = await world.edge.call<Application>(assignApplication, { id: open, personId: colleague.id }, { ...colleague, version: 4 });
    expect(taken).toMatchObject({ assignee: { personId: colleague.id }, givenBackAt: null });
  });
});

describe('what is like an application', () => {
  it('is found by name, acronym and domain, accents and case apart, in this network and among the confirmed', async () => {
    const known = await register('Réd Gemela (ficticia)', 'member', { acronym: 'GEM', website: 'https://red-gemela.example.org/es' });
    const abroad = { network: theirs.network.code, token: await world.people.operator() };
    const copy = { ...registerOrganization.example.input, slug: 'red-gemela', name: { original: 'es', es: 'Red Gemela (ficticia)' } };
    await world.edge.call(registerOrganization, copy, abroad);
    const like = { acronym: 'G.E.M.', email: 'contacto@correo.red-gemela.example.org' };
    await world.edge.call(applyForMembership, { ...applyForMembership.example.input, organization: 'RED GEMELA (ficticia)' }, atOurs());
    const { applicationId: earlier } = await confirmed(ours, { acronym: 'gem' });
    const { applicationId: id } = await confirmedAs('RED GEMELA FICTICIA', undefined, like);
    const found = await world.edge.call<Likenesses>(findDuplicates, { id }, secretariat);
    expect(found.organizations).toEqual([
      {
        id: known.id,
        slug: expect.any(String),
        name: 'Réd Gemela (ficticia)',
        kind: 'member',
        status: 'active',
        actorId: null,
        by: ['name', 'acronym', 'domain'],
      },
    ]);
    expect(found.applications.map((one) => [one.id, one.by])).toEqual([[earlier, ['acronym']]]);
    expect((await world.edge.send(findDuplicates, { id }, await asTitular(ours))).status).toBe(403);
  });
});

describe('an accepted application', () => {
  it('makes one organisation, public at once, and one invitation, whatever is repeated', async () => {
    const organization = unique('Colectivo Nuevo');
    const { applicationId: id } = await confirmedAs(organization);
    const { version } = await read(id);
    const once = { ...secretariat, version, key: randomUUID() };
    const accept = () => world.edge.send(acceptApplication, { id, ...granted }, once);
    const answers = await Promise.all([accept(), accept(), accept()]);
    expect(answers.map(({ status, body }) => [status, body.status])).toEqual(Array(3).fill([200, 'accepted']));
    const [made] = await rowsOf<{ invitations: number; email: string }>(
      'membership',
      `select count(*)::int as invitations, min(i.email) as email from invitation i join organization o on o.id = i.organization_id where o.name ->> 'es' = $1`,
      [organization],
    );
    expect(made).toEqual({ invitations: 1, email: applyForMembership.example.input.email });
    await eventually(async () => (await directory(organization)).includes(organization));
  });

  it('shows the public what its applicant marked, by itself, also of an actor of the map, and nothing where nobody was asked', async () => {
    const website = 'https://ejemplo-muestra.example.org/';
    const facts =
      'select country, work, website from published_organization where id = (select organization_id from application where id = $1)';
    const shown = async (over: object, known = false) => {
      const organization = unique('Colectivo Mostrado');
      if (known) await register(organization, 'actor', { country: 'CL', website: null, listed: true });
      const { applicationId: id, followSecret: secret } = await confirmed(ours, { organization, website, ...over });
      await world.edge.call(acceptApplication, { id, ...granted }, { ...secretariat, version: (await read(id)).version });
      const { shows } = await world.edge.call<FollowedApplication>(followApplication, { secret }, atOurs());
      const [row] = await rowsOf<{ country: string | null; work: object | null; website: string | null }>('membership', facts, [id]);
      return [shows, (await read(id)).shows, row?.country, row?.work !== null, row?.website];
    };
    expect(await shown({})).toEqual([null, null, null, false, null]);
    expect(await shown({ shows: [] })).toEqual([[], [], null, false, null]);
    const marked = ['country', 'work'];
    expect(await shown({ shows: marked })).toEqual([marked, marked, 'AR', true, null]);
    expect(await shown({ shows: ['website', 'website'] }, true)).toEqual([['website'], ['website'], null, false, website]);
  });

  it('keeps the agreement that grants it, with its day, and the reason, for its applicant too', async () => {
    const { applicationId: id, followSecret: secret } = await confirmed(ours);
    const accept = { id, category: 'member', reason: 'Cumple los requisitos.' };
    const undocumented = await world.edge.send(acceptApplication, accept, { ...secretariat, version: 2 });
    const errors = ['/reference', '/grantedOn'].map((pointer) => ({ pointer, reason: 'missing' }));
    expect(undocumented).toMatchObject({ status: 400, body: { errors } });
    const reference = 'Acuerdo CG-3/2026';
    await world.edge.call(acceptApplication, { ...accept, reference, grantedOn: '2026-02-27' }, { ...secretariat, version: 2 });
    const grant = { reference, on: '2026-02-27' };
    expect(await read(id)).toMatchObject({ status: 'accepted', grant });
    const followed = await world.edge.call<FollowedApplication>(followApplication, { secret }, atOurs());
    expect([followed.grant, followed.history.at(-1)?.text]).toEqual([grant, 'Cumple los requisitos.']);
  });

  it('is refused where a member holds the name, and nothing is made', async () => {
    const organization = unique('Red Repetida');
    await register(organization, 'member');
    const { applicationId: id } = await confirmedAs(organization.toUpperCase());
    const { version } = await read(id);
    const refused = await world.edge.send(acceptApplication, { id, ...granted }, { ...secretariat, version });
    expect(codeOf(refused)).toEqual([409, 'organization-name-taken']);
    expect(await read(id)).toMatchObject({ status: 'submitted', version });
  });

  it('takes part in one of the network’s own ways, and nothing is made otherwise', async () => {
    const organization = unique('Red Sin Categoría');
    const { applicationId: id } = await confirmedAs(organization);
    const { version } = await read(id);
    const refused = await world.edge.send(acceptApplication, { id, ...granted, category: 'coadyuvante' }, { ...secretariat, version });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'input-invalid', errors: [{ pointer: '/category', reason: 'not-allowed' }] },
    });
    expect(await read(id)).toMatchObject({ status: 'submitted', version });
    expect(await directory(organization)).toEqual([]);
  });

  it('makes a member of an actor of the map', async () => {
    const organization = unique('Actor del Mapa');
    const { id: known } = await register(organization, 'actor');
    const { applicationId: id } = await confirmedAs(organization);
    const { version } = await read(id);
    await world.edge.call(acceptApplication, { id, ...granted, titularEmail: 'titular@example.org' }, { ...secretariat, version });
    const [row] = await rowsOf(
      'membership',
      'select o.kind, i.email from organization o join invitation i on i.organization_id = o.id where o.id = $1',
      [known],
    );
    expect(row).toEqual({ kind: 'member', email: 'titular@example.org' });
  });

  const directory = async (q: string) => {
    const { items } = await world.edge.call<{ items: { name: string }[] }>(listOrganizations, { q }, atOurs());
    return items.map(({ name }) => name);
  };
});

/** An application of an organisation with this name; not the one of before. */
async function confirmedAs(organization: string, before: string = randomUUID(), over: object = {}) {
  await world.edge.call(applyForMembership, { ...applyForMembership.example.input, shows: undefined, organization, ...over }, atOurs());
  const named = 'select id from application where organization = $1 and id <> $2';
  const [row] = await rowsOf<{ id: string }>('membership', named, [organization, before]);
  const applicationId = row?.id ?? '';
  await world.edge.call(confirmApplication, { secret: await secretFor(ours, 'confirm-application', applicationId) }, atOurs());
  return { applicationId };
}

async function register(name: string, kind: 'member' | 'actor', over: object = {}) {
  const input = { ...registerOrganization.example.input, slug: `o-${randomUUID()}`, name: { original: 'es', es: name }, kind, ...over };
  return world.edge.call<{ id: string }>(registerOrganization, input, { ...atOurs(), token: await world.people.operator() });
}
