import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { reinstateOrganization, suspendOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson, editMe, getMe } from '@alianza/contracts/membership/people';
import {
  accreditLetter,
  downloadLetter,
  fileLetter,
  getLetter,
  listLetters,
  returnLetter,
  type Letter,
} from '@alianza/contracts/membership/representation/letters';
import { assignLetter, readLetterTask } from '@alianza/contracts/membership/representation/letter-tasks';
import { editSettings, getSettings, type KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import { endRole, listRoles, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import type { TaskHolder } from '@alianza/contracts/tasks';
import { shiftClocks } from '@alianza/platform/clock';
import { accreditedLetter, filedLetter, letterUpload, roleOf } from '@alianza/testing/builders/representatives';
import { eventually } from '@alianza/testing/eventually';
import { messageTo } from '@alianza/testing/identity/messages';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { LetterWarnings } from './days/letter-warnings.js';
import { LettersPurge } from './days/letters.purge.js';

const day = 24 * 60 * 60 * 1000;
let world: World;
let setting: Setting;
let secretariat: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  secretariat = await setting.as('secretariat');
}, 60_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

async function represented() {
  const organization = await world.people.openOrganization(setting.network);
  return { organization, titular: await world.people.enrol('titular', setting.network, organization) };
}
const own = async (titular: Person, ended = 'without') =>
  (await world.edge.call<OrganizationPeople>(listRoles, { ended }, titular)).items[0];
const queue = (which: string) => world.edge.call<{ items: Letter[]; total: number }>(listLetters, { which, limit: 100 }, secretariat);
const waits = async (which: string, { id }: Letter) => (await queue(which)).items.some((letter) => letter.id === id);
const inDays = (days: number) => new Date(Date.parse('2099-06-01') + days * day).toISOString().slice(0, 10);

describe('a designation letter', () => {
  it('is filed with its file, waits for the secretariat, and accredits until the day it names is over', async () => {
    const { titular } = await represented();
    const letter = await filedLetter(setting, titular, { validUntil: '2099-12-31', office: 'Dirección general' });
    expect(letter).toMatchObject({
      status: 'filed',
      role: 'titular',
      personId: titular.id,
      office: 'Dirección general',
      validUntil: '2099-12-31',
    });
    expect((await own(titular))?.accredited).toBe(false);
    expect(await waits('open', letter)).toBe(true);
    const { url } = await world.edge.call<{ url: string }>(downloadLetter, { id: letter.id }, secretariat);
    const file = await fetch(world.origin + url);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')]);
    const { version } = letter;
    await world.edge.call(accreditLetter, { id: letter.id }, { ...secretariat, version });
    expect(await own(titular)).toMatchObject({ accredited: true, letters: [{ status: 'accredited', validUntil: '2099-12-31' }] });
    const [row] = await rowsOf<{ until: Date }>('membership', 'select letter_valid_until as until from role where id = $1', [
      letter.roleId,
    ]);
    // the last second of the day where the network is: six hours west of Greenwich
    expect(row?.until.toISOString()).toBe('2100-01-01T06:00:00.000Z');
    expect([await waits('open', letter), await waits('accredited', letter)]).toEqual([false, true]);
    expect(await world.edge.refusal(accreditLetter, { id: letter.id }, { ...secretariat, version: version + 1 })).toEqual([
      409,
      'letter-not-filed',
    ]);
  });

  it('is sent back with a reason that comes by mail, and another takes its place', async () => {
    const { titular } = await represented();
    const { id, version } = await filedLetter(setting, titular);
    await world.edge.call(returnLetter, { id, reason: 'Falta la firma de la presidencia.' }, { ...secretariat, version });
    expect((await messageTo(world.mailbox.url, titular.email, /Se devolvió un oficio/)).text).toContain(
      'Falta la firma de la presidencia.',
    );
    expect((await own(titular))?.letters).toMatchObject([{ id, status: 'returned', reason: 'Falta la firma de la presidencia.' }]);
    const other = await filedLetter(setting, titular);
    expect((await own(titular))?.letters).toMatchObject([{ id: other.id, status: 'filed' }]);
  });

  it('that is renewed holds until the new one is accredited', async () => {
    const { titular } = await represented();
    const first = await accreditedLetter(setting, titular);
    const second = await filedLetter(setting, titular, { validUntil: '2098-12-31' });
    expect((await own(titular))?.letters.map(({ id, status }) => [id, status])).toEqual([
      [second.id, 'filed'],
      [first.id, 'accredited'],
    ]);
    await world.edge.call(accreditLetter, { id: second.id }, { ...secretariat, version: second.version });
    expect((await own(titular))?.letters).toMatchObject([{ id: second.id, status: 'accredited' }]);
    expect((await own(titular, 'with'))?.letters).toMatchObject([
      { id: second.id, status: 'accredited', closing: null },
      { id: first.id, status: 'closed', closing: 'replaced', file: { name: expect.any(String) } },
    ]);
  });

  it('of a day to come accredits from that day on, and an earlier one holds until then', async () => {
    const { titular } = await represented();
    const first = await accreditedLetter(setting, titular);
    const { id, version } = await filedLetter(setting, titular, { dated: '2098-01-02', validUntil: '2098-12-31' });
    expect(await world.edge.refusal(accreditLetter, { id }, { ...secretariat, version })).toEqual([409, 'letter-not-begun']);
    expect((await own(titular))?.letters.map((letter) => [letter.id, letter.status])).toEqual([
      [id, 'filed'],
      [first.id, 'accredited'],
    ]);
    const today = `update letter set dated = (now() at time zone 'America/Mexico_City')::date where id = $1 returning id`;
    expect(await rowsOf('membership', today, [id])).toHaveLength(1);
    await world.edge.call(accreditLetter, { id }, { ...secretariat, version });
    expect((await own(titular))?.letters).toMatchObject([{ id, status: 'accredited' }]);
  });

  it('ends where the network is, also once that is elsewhere', async () => {
    const moved = await openSetting(world);
    const titular = await moved.as('titular');
    const { roleId } = await accreditedLetter(moved, titular, { validUntil: '2097-12-31' });
    const ends = async () => {
      const [row] = await rowsOf<{ letter: Date; role: Date }>(
        'membership',
        'select l.ends_at as letter, r.letter_valid_until as role from letter l join role r on r.id = l.role_id where r.id = $1',
        [roleId],
      );
      return [row?.letter.toISOString(), row?.role.toISOString()];
    };
    expect(await ends()).toEqual(['2098-01-01T06:00:00.000Z', '2098-01-01T06:00:00.000Z']);
    const lead = await moved.as('secretariat-lead');
    const {
      code: _code,
      demo: _demo,
      mark: _mark,
      version,
      categories,
      ...kept
    } = await world.edge.call<KeptNetwork>(getSettings, {}, lead);
    const input = { ...kept, categories: categories.map(({ held: _held, ...category }) => category), zone: 'Europe/Madrid' };
    await world.edge.call(editSettings, input, { ...lead, version });
    expect(await ends()).toEqual(['2097-12-31T23:00:00.000Z', '2097-12-31T23:00:00.000Z']);
  });

  it('is refused where it is over, ends before it begins, or the role needs none', async () => {
    const { organization, titular } = await represented();
    const editor = await world.people.enrol('editor', setting.network, organization);
    const said = { uploadId: await letterUpload(setting, titular), dated: '2020-01-01', validUntil: '2021-01-01', office: 'Presidencia' };
    const { roleId } = await roleOf(setting, titular);
    expect(await world.edge.refusal(fileLetter, { ...said, roleId }, titular)).toEqual([422, 'letter-expired']);
    expect(await world.edge.refusal(fileLetter, { ...said, roleId, validUntil: '2019-12-31' }, titular)).toEqual([400, 'input-invalid']);
    const of = await roleOf(setting, editor);
    expect(await world.edge.refusal(fileLetter, { ...said, roleId: of.roleId, validUntil: '2099-01-01' }, titular)).toEqual([
      422,
      'letter-not-needed',
    ]);
  });

  it('is not decided by who acts for the organisation, nor for one that is suspended', async () => {
    const colleague = await world.people.enrol('suplente', setting.network, setting.secretariat);
    const ours = await filedLetter(setting, colleague);
    expect(await world.edge.refusal(accreditLetter, { id: ours.id }, { ...secretariat, version: ours.version })).toEqual([
      409,
      'organization-is-own',
    ]);
    const { organization, titular } = await represented();
    const { id, version } = await filedLetter(setting, titular);
    const reason = 'Dos sesiones sin asistencia.';
    const total = async () => (await queue('open')).total;
    const [before, lead] = [await total(), await setting.as('secretariat-lead')];
    await world.edge.call(suspendOrganization, { id: organization.id, reason }, { ...lead, version: 1 });
    expect(await world.edge.refusal(accreditLetter, { id }, { ...secretariat, version })).toEqual([409, 'organization-not-active']);
    expect([(await queue('open')).items.some((letter) => letter.id === id), await total()]).toEqual([false, before - 1]);
    expect(await world.edge.call(getLetter, { id }, secretariat)).toMatchObject({ status: 'filed', organizationStatus: 'suspended' });
    await world.edge.call(reinstateOrganization, { id: organization.id, reason }, { ...lead, version: 2 });
    expect((await queue('open')).items.some((letter) => letter.id === id)).toBe(true);
  });
});

describe.each(['es', 'en'] as const)('an expiry, told in %s', (language) => {
  it('comes 30 and 7 days before, once each, to the organisation while it is active and to the secretariat', async () => {
    const text = textIn(language);
    const { organization, titular } = await represented();
    const name = `Organización ${organization.slug} (ficticia)`;
    const { version } = await world.edge.call<{ version: number }>(getMe, {}, titular);
    if (language === 'en') await world.edge.call(editMe, { language }, { ...titular, version });
    const letter = await accreditedLetter(setting, titular, { validUntil: inDays(0) });
    const warnings = world.service('membership').get(LetterWarnings, { strict: false });
    const left = async (days: number) => {
      const ends = `update letter set ends_at = now() + $2 * interval '1 day' where id = $1 returning id`;
      await rowsOf('membership', ends, [letter.id, days]);
      await Promise.all([warnings.warn(), warnings.warn()]);
      await warnings.warn();
    };
    const told = () =>
      rowsOf<{ days: number }>(
        'membership',
        `select (event -> 'data' ->> 'days')::int as days from outbox where event ->> 'aggregateId' = $1 and event ->> 'subject' like '%letter.expiring%' order by position`,
        [letter.id],
      );
    await left(31);
    expect(await told()).toEqual([]);
    const [lead, of] = [await setting.as('secretariat-lead'), { id: organization.id, reason: 'Dos sesiones sin asistencia.' }];
    await world.edge.call(suspendOrganization, of, { ...lead, version: 1 });
    await left(29);
    expect(await told()).toEqual([]);
    await world.edge.call(reinstateOrganization, of, { ...lead, version: 2 });
    await left(29);
    expect(await told()).toEqual([{ days: 29 }]);
    await left(6);
    expect(await told()).toEqual([{ days: 29 }, { days: 6 }]);
    for (const days of ['29', '6']) {
      const subject = text('mails.letter-expiring.subject', { days, organization: name });
      const mail = await messageTo(world.mailbox.url, titular.email, new RegExp(subject.replaceAll(/[()]/g, '.')));
      expect(mail.text).toContain(language === 'es' ? '1 de junio de 2099' : '1 June 2099');
    }
    const here = textIn('es')('mails.letter-expiring-here.subject', { days: '6', organization: name });
    expect((await messageTo(world.mailbox.url, secretariat.email, new RegExp(here.replaceAll(/[()]/g, '.')))).text).toContain(name);
    expect([await waits('soon', letter), await waits('over', letter)]).toEqual([true, false]);
    await left(-1);
    expect([await waits('soon', letter), await waits('over', letter)]).toEqual([false, true]);
  }, 30_000);
});

it('an expiry asks for no other letter where the next one is filed, and tells the secretariat that it waits', async () => {
  const { organization, titular } = await represented();
  const name = `Organización ${organization.slug} (ficticia)`;
  const letter = await accreditedLetter(setting, titular, { validUntil: inDays(0) });
  await filedLetter(setting, titular);
  await rowsOf('membership', `update letter set ends_at = now() + interval '6 days' where id = $1 returning id`, [letter.id]);
  await world.service('membership').get(LetterWarnings, { strict: false }).warn();
  const subject = textIn('es')('mails.letter-expiring-here.subject', { days: '6', organization: name });
  const mail = await messageTo(world.mailbox.url, secretariat.email, new RegExp(subject.replaceAll(/[()]/g, '.')));
  expect(mail.text).toContain('ya presentó el siguiente');
  const planned = `select data ->> 'rule' as rule from pgboss.job where name = 'notices' and data ->> 'subjectId' = $1 and data ->> 'rule' like 'letter-expiring%'`;
  expect(await rowsOf('notifications', planned, [letter.id])).toEqual([{ rule: 'letter-expiring-here' }]); // plans of one event are made together
});

it('an expiry that nobody in the organisation is told of says so to the secretariat', async () => {
  const { organization, titular } = await represented();
  const letter = await accreditedLetter(setting, titular, { validUntil: inDays(0) });
  const operator = { network: setting.network.code, token: await world.people.operator() };
  await world.edge.call(disablePerson, { id: titular.id, reason: 'Equipo perdido.' }, operator);
  await rowsOf('membership', `update letter set ends_at = now() + interval '6 days' where id = $1 returning id`, [letter.id]);
  await world.service('membership').get(LetterWarnings, { strict: false }).warn();
  const name = `Organización ${organization.slug} (ficticia)`;
  const subject = textIn('es')('mails.letter-expiring-here.subject', { days: '6', organization: name });
  const mail = await messageTo(world.mailbox.url, secretariat.email, new RegExp(subject.replaceAll(/[()]/g, '.')));
  expect(mail.text).toContain('Nadie recibió este aviso en la organización');
});

it.each(['their role ended', 'they may not come in any more'])(
  'a letter that somebody had taken is the queue’s again when %s',
  async (what) => {
    const [colleague, lead] = [await world.people.enrol('secretariat', setting.network), await setting.as('secretariat-lead')];
    const { titular } = await represented();
    const { id } = await filedLetter(setting, titular);
    const give = (personId: string | null, as: object) => world.edge.refusal(assignLetter, { id, personId }, as);
    const listed = async (assigned: string) =>
      (await world.edge.call<{ items: Letter[] }>(listLetters, { assigned, limit: 100 }, colleague)).items.some(
        (letter) => letter.id === id,
      );
    const holder = () => world.edge.call<TaskHolder>(readLetterTask, { id }, secretariat);
    expect(await give(titular.id, { ...secretariat, version: 1 })).toEqual([422, 'task-owner-not-found']);
    expect(await give(colleague.id, { ...titular, version: 1 })).toEqual([403, 'forbidden']);
    const theirs = await (await openSetting(world)).as('secretariat');
    expect(await give(theirs.id, { ...theirs, version: 1 })).toEqual([404, 'task-not-found']);
    const both = await Promise.all([secretariat, colleague].map((one) => give(colleague.id, { ...one, version: 1 })));
    expect(both.map(([status]) => status).toSorted()).toEqual([200, 412]);
    expect([await listed('me'), await listed('nobody'), await holder()]).toEqual([true, false, { personId: colleague.id, version: 2 }]);
    if (what === 'their role ended') {
      const { roleId, version } = await roleOf(setting, colleague);
      await world.edge.call(endRole, { id: roleId, reason: 'Cambió de trabajo.' }, { ...lead, version });
    } else {
      const operator = { network: setting.network.code, token: await world.people.operator() };
      await world.edge.call(disablePerson, { id: colleague.id, reason: 'Equipo perdido.' }, operator);
    }
    await eventually(async () => (await holder()).personId === null);
  },
);

describe('a letter that somebody has taken', () => {
  const give = (id: string, personId: string, as: object, version: number) =>
    world.edge.refusal(assignLetter, { id, personId }, { ...as, version });
  const holder = (id: string) => world.edge.call<TaskHolder>(readLetterTask, { id }, secretariat);

  it.each(['accredited', 'returned', 'replaced'])('is nobody’s task once it is %s, and given to nobody', async (how) => {
    const { titular } = await represented();
    const { id, version } = await filedLetter(setting, titular);
    expect((await give(id, secretariat.id, secretariat, 1))[0]).toBe(200);
    const as = { ...secretariat, version };
    if (how === 'accredited') await world.edge.call(accreditLetter, { id }, as);
    else if (how === 'returned') await world.edge.call(returnLetter, { id, reason: 'Falta la firma.' }, as);
    else await filedLetter(setting, titular);
    expect(await holder(id)).toEqual({ personId: null, version: 3 });
    expect(await give(id, secretariat.id, secretariat, 3)).toEqual([409, 'task-not-open']);
  });

  it('is given to nobody who acts for its organisation', async () => {
    const { organization, titular } = await represented();
    const { id } = await filedLetter(setting, titular);
    const both = await world.people.enrol('secretariat', setting.network, organization);
    expect(await give(id, both.id, secretariat, 1)).toEqual([409, 'organization-is-own']);
  });

  it('is the queue’s, whoever is faster: who gives it to somebody or who ends their role', async () => {
    const [colleague, lead] = [await world.people.enrol('secretariat', setting.network), await setting.as('secretariat-lead')];
    const { titular } = await represented();
    const { id } = await filedLetter(setting, titular);
    const { roleId, version } = await roleOf(setting, colleague);
    const [given, ended] = await Promise.all([
      give(id, colleague.id, secretariat, 1),
      world.edge.refusal(endRole, { id: roleId, reason: 'Cambió de trabajo.' }, { ...lead, version }),
    ]);
    expect([ended[0], [200, 422].includes(given[0]), (await holder(id)).personId]).toEqual([200, true, null]);
  });
});

it('the file of a letter that was replaced is forgotten five years later, and that there was one is not', async () => {
  const { titular } = await represented();
  const [old, present] = [await filedLetter(setting, titular), await filedLetter(setting, titular)];
  const fileOf = async ({ id }: Letter) => {
    const [row] = await rowsOf<{ file: string | null }>('membership', 'select file_id as file from letter where id = $1', [id]);
    return row?.file ?? null;
  };
  const file = await fileOf(old);
  const purgeAfter = async (days: number) => {
    shiftClocks(days * day);
    await world.service('membership').get(LettersPurge, { strict: false }).purge();
    shiftClocks(0);
  };
  await purgeAfter(0);
  await purgeAfter(1820);
  expect(await fileOf(old)).toBe(file);
  await purgeAfter(1830);
  expect([await fileOf(old), await rowsOf('membership', 'select from file where id = $1', [file])]).toEqual([null, []]);
  expect(await fileOf(present)).not.toBeNull();
  expect(await world.edge.refusal(downloadLetter, { id: old.id }, titular)).toEqual([404, 'letter-not-found']);
  expect(await world.edge.call(getLetter, { id: old.id }, secretariat)).toMatchObject({
    status: 'closed',
    closing: 'replaced',
    file: null,
  });
  const reader = await setting.as('auditor');
  const before = await world.edge.call<OrganizationPeople>(listRoles, { organizationId: old.organizationId, ended: 'with' }, reader);
  expect(before.items[0]?.letters.map(({ id, file: kept }) => [id, kept === null])).toEqual([
    [present.id, false],
    [old.id, true],
  ]);
  expect((await world.edge.send(downloadLetter, { id: present.id }, titular)).status).toBeLessThan(300);
});
