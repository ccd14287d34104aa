import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership, confirmApplication } from '@alianza/contracts/membership/applications';
import { secretFor } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folderOf } from './forgery.js';
import { hostileNames, mark } from './hostile.js';
import { unwritten } from './unwritten.js';

let world: World;
let setting: Setting;
let secretariat: string;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  secretariat = (await setting.as('secretariat')).email;
}, 60_000);
afterAll(() => world.close());

interface Mail {
  readonly id: string;
  readonly to: string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly raw: string;
  readonly html: string;
}

/** Mails to an address, as they came over SMTP. */
async function mailsTo(email: string): Promise<Mail[]> {
  const listed = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(email)}`);
  const messages = (await listed.json()) as Omit<Mail, 'raw' | 'html'>[];
  const folder = path.join(folderOf(world), 'mail');
  return Promise.all(
    messages.map(async (message) => {
      const raw = readFileSync(path.join(folder, `${message.id}.eml`), 'utf8');
      return { ...message, raw, html: await (await fetch(`${world.mailbox.url}/_correo/${message.id}/html`)).text() };
    }),
  );
}
const until = (email: string, isIt: (mail: Mail) => boolean) => eventually(async () => (await mailsTo(email)).find(isIt), 20_000);

/** Everything that a letter's head may consist of. */
const known = [
  ...['delivered-to', 'message-id', 'from', 'to', 'subject', 'date', 'mime-version', 'content-type', 'content-transfer-encoding'],
  ...['content-language', 'auto-submitted', 'list-unsubscribe', 'list-unsubscribe-post', 'received'],
];

function expectUnharmed(mail: Mail, email: string): void {
  const head = mail.raw.split(/\r?\n\r?\n/)[0] ?? '';
  const names = head.split(/\r?\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  for (const once of ['from', 'to', 'subject', 'delivered-to'])
    expect([once, names.filter((name) => name === once)]).toEqual([once, [once]]);
  expect(mail.to).toEqual([email]);
  expect(mail.from).toMatch(/<alianza@example\.org>$/);
  expect(mail.subject).not.toMatch(/[\r\n]/);
  const addresses = [...mail.html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address = '']) => address);
  expect(addresses.filter((address) => !address.startsWith(`${world.origin}/`))).toEqual([]);
  expect(mail.html).not.toMatch(/<(?:script|img|iframe|svg|form|base|link|meta http)/i);
  const tags = mail.html.split('<').map((part) => part.split('>')[0] ?? '');
  expect(tags.filter((tag) => /\son\w/i.test(tag))).toEqual([]);
  // secrets of links apart: those may say anything
  for (const text of [mail.text, mail.html, mail.subject]) expect(text.replaceAll(/[\w-]{22,}/g, '…')).not.toMatch(/\b49\b/);
}

/** An application under this name, with its address confirmed and the mails about it. */
async function applyAs(organization: string) {
  const email = `solicita-${randomUUID().slice(0, 8)}@example.org`;
  const here = { network: setting.network.code };
  await world.edge.call(applyForMembership, { ...applyForMembership.example.input, organization, email }, here);
  const first = await until(email, () => true);
  const [row] = await rowsOf<{ id: string }>('membership', 'select id from application where email = $1', [email]);
  const id = row?.id ?? '';
  await world.edge.call(confirmApplication, { secret: await secretFor(setting, 'confirm-application', id) }, here);
  await until(email, (mail) => mail.id !== first.id);
  return { email, id };
}

describe('an organisation', () => {
  it('whatever its name, writes no header, no recipient, no link and no markup into the mails about it', async () => {
    const applications = await Promise.all(hostileNames.map(applyAs));
    for (const { email } of applications) for (const mail of await mailsTo(email)) expectUnharmed(mail, email);
    const told = await eventually(async () => {
      const mails = await mailsTo(secretariat);
      return applications.every(({ id }) => mails.some(({ text }) => text.includes(id))) && mails;
    }, 30_000);
    for (const mail of told) expectUnharmed(mail, secretariat);
    expect(told.filter((mail) => mail.subject.includes(mark))).toHaveLength(hostileNames.length);
    expect(await mailsTo('victima@example.org')).toEqual([]);
  }, 90_000);
});

describe('a network', () => {
  it('whose name would be a sender of its own is only a name', async () => {
    const es = `Red "x" <otra@evil.example.org>, ${mark}`;
    const network = await world.people.openNetwork({ name: { original: 'es', es } });
    const email = `solicita-${randomUUID().slice(0, 8)}@example.org`;
    await world.edge.call(applyForMembership, { ...applyForMembership.example.input, email }, { network: network.code });
    const mail = await until(email, () => true);
    expectUnharmed(mail, email);
    expect(mail.from).toBe(`${es} <alianza@example.org>`);
  }, 30_000);
});

describe('an address', () => {
  it.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org, b@example.org',
    'a@example.org;b@example.org',
    'Nombre <a@example.org>',
    '<a@example.org>',
    '"a b"@example.org',
    'a@example.org\u0000',
    'a@[127.0.0.1]',
    'a@localhost',
    'a@example.org?bcc=b@example.org',
    'a%0d%0aBcc:b@example.org',
    `${'a'.repeat(250)}@example.org`,
    '',
  ])('that is more than one, or none, is refused and nobody is written to: %j', async (email) => {
    await unwritten('membership', async () => {
      const { status, body } = await world.edge.send(
        applyForMembership,
        { ...applyForMembership.example.input, email },
        { network: setting.network.code },
      );
      expect([status, body.code]).toEqual([400, 'input-invalid']);
    });
  });
});
