import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getAccount, type OwnAccount } from '@alianza/contracts/membership/account/account';
import { changeAddress, withdrawAddress } from '@alianza/contracts/membership/account/addresses';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { issueInvitation, revokeInvitation, type InvitationRow } from '@alianza/contracts/membership/invitations';
import { listFailing, type FailingOutside } from '@alianza/contracts/membership/recipients';
import { listRoles, type OrganizationPeople } from '@alianza/contracts/membership/representation/roles';
import { listNotices, type Notice } from '@alianza/contracts/notifications/notices';
import { answerInquiry, closeInquiry, getInquiry } from '@alianza/contracts/repository/inquiries';
import { freePort } from '@alianza/local/servers/free-port';
import { startService } from '@alianza/platform/run/run-service';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { applied } from '@alianza/testing/builders/applications';
import { openInquiry } from '@alianza/testing/builders/inquiries';
import { eventually } from '@alianza/testing/eventually';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { definition } from '../service.js';

interface MailServer {
  /** Whole messages, by recipient. */
  readonly received: Map<string, string[]>;
  stop(): Promise<void>;
}

const folder = mkdtempSync(path.join(tmpdir(), 'alianza-mails-'));
const logFile = path.join(folder, 'notifications.log');
/** What the server answers to a recipient, while it stands here. */
const refusals = new Map<string, { responseCode: number; message: string }>();

let world: World;
let setting: Setting;
let replica: Awaited<ReturnType<typeof startService>>;
let port: number;
/** Asked while links could be made. */
let answering: Awaited<ReturnType<typeof openInquiry>>;
let closing: typeof answering;
let server: MailServer | undefined;

/** The world's notifications leave; one comes that hands its mail in elsewhere and writes a log. */
beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [answering, closing] = [await openInquiry(setting), await openInquiry(setting)];
  const { TRUSTED_KEYS, ...config } = world.service('notifications').get<Config>(CONFIG);
  await world.service('notifications').close();
  port = await freePort();
  const over = { SMTP_URL: `smtp://127.0.0.1:${String(port)}`, LOG_LEVEL: 'debug', LOG_FILE: logFile };
  replica = await startService(definition, { ...(config as object), TRUSTED_KEYS: JSON.stringify(TRUSTED_KEYS), ...over });
}, 90_000);

afterAll(async () => {
  await replica.close();
  await server?.stop();
  await world.close();
  rmSync(folder, { recursive: true });
});

async function startMailServer(at: number): Promise<MailServer> {
  const received: MailServer['received'] = new Map();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, answer) => {
      const refusal = refusals.get(address);
      answer(refusal && Object.assign(new Error(`${refusal.message} <${address}>`), refusal));
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo)
          received.set(address, [...(received.get(address) ?? []), Buffer.concat(chunks).toString()]);
        answer();
      });
    },
  });
  await new Promise<void>((resolve, reject) => smtp.on('error', reject).listen(at, '127.0.0.1', () => resolve()));
  return { received, stop: () => new Promise((resolve) => smtp.close(() => resolve())) };
}

interface MailState {
  sent: boolean;
  refused: boolean;
  tries: number;
}
/** An application's first mail. */
async function mailOf(applicationId: string): Promise<MailState | undefined> {
  const query = `select sent_at is not null as sent, refused_at is not null as refused, (select retry_count from pgboss.job where data->>'id' = mail.id::text) as tries
    from mail where subject_id = $1`;
  return (await rowsOf<MailState>('notifications', query, [applicationId]))[0];
}
const untilMail = (applicationId: string, is: (mail: MailState) => boolean) =>
  eventually(async () => {
    const mail = await mailOf(applicationId);
    return mail && is(mail) && mail;
  }, 20_000);

const newAddress = () => `espera-${randomUUID().slice(0, 8)}@example.org`;

describe('a mail', () => {
  it('waits for a server that is away, and arrives once when it is back', async () => {
    const email = newAddress();
    const id = await applied(setting, { email });
    expect(await untilMail(id, ({ tries }) => tries >= 2)).toMatchObject({ sent: false, refused: false });
    server = await startMailServer(port);
    await untilMail(id, ({ sent }) => sent);
    const [letter, second] = server.received.get(email) ?? [];
    expect(second).toBeUndefined();
    expect(letter).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(letter).toMatch(/^Content-Language: es\r$/m);
    expect(letter).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  }, 60_000);

  it('is tried again where the server cannot take it now', async () => {
    const email = newAddress();
    refusals.set(email, { responseCode: 451, message: '4.7.1 Try again later' });
    const id = await applied(setting, { email });
    await untilMail(id, ({ tries }) => tries >= 1);
    refusals.delete(email);
    await untilMail(id, ({ sent }) => sent);
    expect(server?.received.get(email)).toHaveLength(1);
  }, 60_000);

  it('is given up where there is no such address', async () => {
    const email = newAddress();
    refusals.set(email, { responseCode: 550, message: '5.1.1 No such user' });
    const mail = await untilMail(await applied(setting, { email }), ({ refused }) => refused);
    expect(mail).toMatchObject({ sent: false, refused: true });
  }, 60_000);

  it('that is refused is told of beside the invitation it was, and asked of whoever can put that right', async () => {
    const [secretariat, titular] = [await setting.as('secretariat'), await setting.as('titular')];
    const empty = await world.people.openOrganization(setting.network);
    const invite = async (organizationId: string, role: string) => {
      const email = newAddress();
      refusals.set(email, { responseCode: 550, message: '5.1.1 No such user' });
      const input = { organizationId, role, email, language: 'es' };
      return (await world.edge.call<InvitationRow>(issueInvitation, input, secretariat)).id;
    };
    const [ours, theirs] = [await invite(setting.organization.id, 'editor'), await invite(empty.id, 'titular')];
    const told = async (person: Person) => (await world.edge.call<{ items: Notice[] }>(listNotices, {}, person)).items;
    const open = async (person: Person, path: string) => (await told(person)).filter((notice) => notice.path === path && !notice.read);
    const here = `/secretaria/integrantes/${empty.id}/personas`;
    await eventually(async () => (await open(titular, '/miembro/personas')).length === 1, 20_000);
    await eventually(async () => (await open(secretariat, here)).length === 1, 20_000);
    expect((await told(secretariat)).filter(({ path }) => path === '/miembro/personas')).toEqual([]);
    const { invitations } = await world.edge.call<OrganizationPeople>(listRoles, {}, titular);
    expect(invitations).toMatchObject([{ id: ours, undelivered: { status: '5.1.1' } }]);
    const outside = async () => (await world.edge.call<{ outside: FailingOutside[] }>(listFailing, {}, secretariat)).outside;
    expect(new Set((await outside()).map(({ kind, id, role }) => [kind, id, role].join(' ')))).toEqual(
      new Set([`invitation ${theirs} titular`, `invitation ${ours} editor`]),
    );
    for (const id of [ours, theirs]) await world.edge.call(revokeInvitation, { id }, secretariat);
    await eventually(async () => (await open(titular, '/miembro/personas')).length + (await open(secretariat, here)).length === 0, 20_000);
    expect(await outside()).toEqual([]);
  }, 60_000);

  it('that is refused is told to whoever asked for a new address, and to the organisation that answered', async () => {
    const titular = await setting.as('titular');
    const email = newAddress();
    for (const address of [email, answering.email, closing.email])
      refusals.set(address, { responseCode: 550, message: '5.1.1 No such user' });
    await world.edge.call(changeAddress, { email }, titular);
    const { inquiryId: id, version } = answering;
    await world.edge.call(answerInquiry, { id, text: 'Unos mil euros.' }, { ...titular, version });
    const closed = { id: closing.inquiryId, reason: 'Ya se respondió por carta.' };
    await world.edge.call(closeInquiry, closed, { ...titular, version: closing.version });
    const asked = async () => (await world.edge.call<OwnAccount>(getAccount, {}, titular)).newAddress;
    expect(await eventually(async () => ((await asked())?.undelivered ? asked() : null), 20_000)).toMatchObject({
      email,
      undelivered: { status: '5.1.1' },
    });
    const title = textIn('es')('notices.inquiry-undelivered.title');
    for (const one of [id, closed.id]) {
      const path = `/miembro/consultas?abierta=${one}`;
      const told = await eventually(async () => {
        const { items } = await world.edge.call<{ items: Notice[] }>(listNotices, {}, titular);
        return items.find((notice) => notice.title === title && notice.path === path);
      }, 20_000);
      expect(told.kind).toBe('news');
      expect(await world.edge.call(getInquiry, { id: one }, titular)).toMatchObject({ undelivered: { status: '5.1.1' } });
    }
    await world.edge.call(withdrawAddress, {}, titular);
    expect(await asked()).toBeNull();
  }, 60_000);

  it('is not given up where the server refuses us rather than the address', async () => {
    const email = newAddress();
    refusals.set(email, { responseCode: 554, message: '5.7.1 Relay access denied' });
    expect(await untilMail(await applied(setting, { email }), ({ tries }) => tries >= 1)).toMatchObject({ sent: false, refused: false });
  }, 60_000);

  it('takes no header from a name', async () => {
    const email = newAddress();
    const organization = `Red ${randomUUID().slice(0, 8)}\r\nBcc: otra\r\nX-Suelta: sí`;
    await world.edge.call(
      applyForMembership,
      { ...applyForMembership.example.input, organization, email },
      { network: setting.network.code },
    );
    const [letter = ''] = await eventually(() => server?.received.get(email), 20_000);
    const head = letter.slice(0, letter.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^(?:Bcc|X-Suelta):/m);
    expect(head.match(/^To: (.*)\r$/m)?.[1]).toBe(email);
  }, 60_000);
});

describe('an address', () => {
  it('stands in no table of notifications, not even among failed jobs', async () => {
    const tables = await rowsOf<{ name: string }>(
      'notifications',
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const found = await rowsOf('notifications', `select t::text as row from ${name} t where t::text like '%@%'`);
      expect({ name, found }).toEqual({ name, found: [] });
    }
    const [failed] = await rowsOf<{ n: number }>('notifications', `select count(*)::int as n from pgboss.job where output is not null`);
    expect(failed?.n).toBeGreaterThan(0);
  });

  it('stands in no line of its log', () => {
    const log = readFileSync(logFile, 'utf8');
    expect(log).toContain('a job failed');
    expect(log).toContain('5.7.1');
    expect(log.split('\n').filter((line) => line.includes('@example.org'))).toEqual([]);
  });
});
