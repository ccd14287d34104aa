import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { reinstateOrganization, suspendOrganization } from '@alianza/contracts/membership/organizations';
import { editMe, getMe } from '@alianza/contracts/membership/people';
import {
  accreditLetter,
  downloadLetter,
  fileLetter,
  listLetters,
  returnLetter,
  type Letter,
} from '@alianza/contracts/membership/representation/letters';
import { listRoles, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import type { Operation } from '@alianza/contracts/operation';
import { shiftClocks } from '@alianza/platform/clock';
import { accreditedLetter, filedLetter, letterUpload, roleOf } from '@alianza/testing/builders/representatives';
import { messageTo } from '@alianza/testing/identity/messages';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { LetterWarnings } from './letter-warnings.js';

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

const codeOf = async (operation: Operation, input: Readonly<Record<string, unknown>>, as: object) => {
  const { status, body } = await world.edge.send(operation, input, as);
  return [status, body.code];
};
async function represented() {
  const organization = await world.people.openOrganization(setting.network);
  return { organization, titular: await world.people.enrol('titular', setting.network, organization) };
}
const own = async (titular: Person) => (await world.edge.call<OrganizationPeople>(listRoles, {}, titular)).items[0];
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
    expect(await codeOf(accreditLetter, { id: letter.id }, { ...secretariat, version: version + 1 })).toEqual([409, 'letter-not-filed']);
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
  });

  it('is refused where it is over, ends before it begins, or the role needs none', async () => {
    const { organization, titular } = await represented();
    const editor = await world.people.enrol('editor', setting.network, organization);
    const said = { uploadId: await letterUpload(setting, titular), dated: '2020-01-01', validUntil: '2021-01-01', office: 'Presidencia' };
    const { roleId } = await roleOf(setting, titular);
    expect(await codeOf(fileLetter, { ...said, roleId }, titular)).toEqual([422, 'letter-expired']);
    expect(await codeOf(fileLetter, { ...said, roleId, validUntil: '2019-12-31' }, titular)).toEqual([400, 'input-invalid']);
    const of = await roleOf(setting, editor);
    expect(await codeOf(fileLetter, { ...said, roleId: of.roleId, validUntil: '2099-01-01' }, titular)).toEqual([422, 'letter-not-needed']);
  });

  it('is not decided by who acts for the organisation, nor for one that is suspended', async () => {
    const colleague = await world.people.enrol('suplente', setting.network, setting.secretariat);
    const ours = await filedLetter(setting, colleague);
    expect(await codeOf(accreditLetter, { id: ours.id }, { ...secretariat, version: ours.version })).toEqual([409, 'organization-is-own']);
    const { organization, titular } = await represented();
    const { id, version } = await filedLetter(setting, titular);
    const reason = 'Dos sesiones sin asistencia.';
    await world.edge.call(suspendOrganization, { id: organization.id, reason }, { ...(await setting.as('secretariat-lead')), version: 1 });
    expect(await codeOf(accreditLetter, { id }, { ...secretariat, version })).toEqual([409, 'organization-not-active']);
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
