import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership, confirmApplication, followApplication } from '@alianza/contracts/membership/applications';
import { acceptInvitation, describeInvitation } from '@alianza/contracts/membership/invitations';
import type { Operation } from '@alianza/contracts/operation';
import { protocol, realm } from '@alianza/local/identity/claims';
import { accepted, applied, confirmed, secretFor } from '@alianza/testing/builders/applications';
import type { Answered } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomBytes, randomUUID } from 'node:crypto';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const here = () => ({ network: setting.network.code });
const unknownSecret = () => randomBytes(32).toString('base64url');
const unknownAddress = () => `nadie-${randomUUID().slice(0, 8)}@example.org`;

const [rounds, turns] = [4, 8];

/** Milliseconds that each takes at least, in turns. */
async function timed(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    const began = performance.now();
    await (turn % 2 ? other() : one());
    times[turn % 2]?.push(performance.now() - began);
  }
  return [Math.min(...times[0]), Math.min(...times[1])];
}

/** The hash of a password, which one path would leave out, takes ten times as long as all the rest: a difference that is there is there every time. */
async function expectAlike(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> {
  const compared: [number, number][] = [];
  for (let round = 0; round < rounds; round++) {
    const [first, second] = await timed(one, other);
    if (Math.abs(first - second) < Math.max(10, 0.4 * Math.max(first, second))) return;
    compared.push([first, second]);
  }
  throw new Error(`one takes longer than the other: ${JSON.stringify(compared)}`);
}

/** What an answer tells, without what is different in every answer. */
const told = ({ status, body, headers }: Answered) => {
  const { traceId: _trace, ...rest } = body;
  const names = [...headers.keys()].filter((name) => !['date', 'x-correlation-id'].includes(name) && !name.startsWith('ratelimit'));
  return { status, body: rest, names };
};

describe('an application', () => {
  it('is answered alike whether its address and its organisation are known here or not', async () => {
    const titular = await setting.as('titular');
    await confirmed(setting, { email: titular.email });
    const apply = (over: object) => world.edge.send(applyForMembership, { ...applyForMembership.example.input, ...over }, here());
    const unknown = () => apply({ email: unknownAddress(), organization: `Nadie ${randomUUID()}` });
    const [row] = await rowsOf<{ organization: string }>('membership', 'select organization from application where network_id = $1', [
      setting.network.id,
    ]);
    const known = [{ email: titular.email }, { email: titular.email, ...row }, { ...row }];
    const expected = told(await unknown());
    expect(expected).toMatchObject({ status: 200, body: {} });
    for (const over of known) expect(told(await apply(over))).toEqual(expected);
    await expectAlike(unknown, () => apply({ email: titular.email }));
  }, 60_000);
});

describe('the mail of an application', () => {
  it('says the same at an address that is known here and at one that is not', async () => {
    const organization = `Colectivo sin Nombre ${randomUUID().slice(0, 8)}`;
    const mails: string[] = [];
    const known = await world.people.enrol('editor', setting.network, setting.organization); // the titular was sent all that a day allows
    for (const email of [known.email, unknownAddress()]) {
      await world.edge.call(applyForMembership, { ...applyForMembership.example.input, email, organization }, here());
      const mail = await eventually(async () => (await mailsTo(email)).find(({ subject }) => subject.startsWith('Confirmar')));
      mails.push([mail.subject, mail.text.replaceAll(email, '…').replaceAll(/#[\w-]{43}/g, '#…')].join('\n'));
    }
    expect(mails[0]).toContain(organization);
    expect(mails[0]).toBe(mails[1]);
  }, 60_000);

  const mailsTo = async (email: string) => {
    const answered = await fetch(`${world.mailbox.url}/_correo/api/messages?to=${encodeURIComponent(email)}`);
    return (await answered.json()) as { subject: string; text: string }[];
  };
});

describe('a secret that opens nothing', () => {
  const asked: readonly [string, Operation, (secret: string) => Record<string, unknown>][] = [
    ['confirming', confirmApplication, (secret) => ({ secret })],
    ['following', followApplication, (secret) => ({ secret })],
    ['reading an invitation', describeInvitation, (secret) => ({ secret })],
    ['accepting one', acceptInvitation, (secret) => ({ secret, name: 'Quien sea', language: 'es' })],
  ];

  it.each(asked)(
    'is answered alike whether it never was, was used or is for something else: %s',
    async (_what, operation, input) => {
      const { token } = await world.people.stranger();
      const applicationId = await applied(setting);
      const used = await secretFor(setting, 'confirm-application', applicationId);
      await world.edge.call(confirmApplication, { secret: used }, here());
      const elsewhere = await accepted(await openSetting(world));
      const send = (secret: string) => world.edge.send(operation, input(secret), { ...here(), token });
      const expected = told(await send(unknownSecret()));
      expect(expected).toMatchObject({ status: 404, body: { code: 'link-not-valid' } });
      for (const secret of [used, elsewhere.invitationSecret]) expect(told(await send(secret))).toEqual(expected);
    },
    60_000,
  );
});

/** A sign-in at the local issuer, as far as its first page; every try begins anew, as a guesser would. */
async function beginSignIn() {
  const query = new URLSearchParams({
    client_id: 'portal',
    redirect_uri: `${world.origin}/`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: randomBytes(32).toString('base64url'),
    code_challenge_method: 'S256',
  });
  const answered = await fetch(`${world.origin}${realm}${protocol}/auth?${query.toString()}`, { redirect: 'manual' });
  const cookie = answered.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  const page = new URL(answered.headers.get('location') ?? '', world.origin).href;
  const submit = async (path: string, fields: Record<string, string>) => {
    const response = await fetch(`${page.split('?')[0] ?? ''}${path}`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    return { status: response.status, html: await response.text() };
  };
  return { submit };
}

/** A page without the address that was typed into it and without its own address. */
const shown = (html: string, email: string) => html.replaceAll(email, '').replaceAll(/\/login\/[\w-]+/g, '');

describe('the local issuer', () => {
  it('takes as long and says the same for an address with an account, without one, and for a disabled one', async () => {
    const [known, disabled] = [(await world.people.stranger()).email, await world.people.stranger()];
    await fetch(`${world.identity.adminUrl}/accounts/${disabled.subject}/disable`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.identity.adminSecret}` },
    });
    const { submit } = await beginSignIn();
    const attempt = async (email: string) => {
      const { status, html } = await submit('', { username: email, password: 'equivocada sin duda' });
      return { status, page: shown(html, email) };
    };
    const expected = await attempt(unknownAddress());
    expect(expected.status).toBe(401);
    for (const email of [known, disabled.email]) expect(await attempt(email)).toEqual(expected);
    const others = await Promise.all(Array.from({ length: rounds }, async () => (await world.people.stranger()).email));
    let tries = 0; // an address that is tried too often is refused: each round has another
    await expectAlike(
      () => attempt(unknownAddress()),
      () => attempt(others[Math.floor(tries++ / (turns / 2))] ?? known),
    );
  }, 60_000);

  it('answers alike who forgot a password and who has no account', async () => {
    const { email } = await world.people.stranger();
    const { submit } = await beginSignIn();
    const ask = async (address: string) => {
      const { status, html } = await submit('/password', { username: address });
      return { status, page: shown(html, address) };
    };
    expect(await ask(email)).toEqual(await ask(unknownAddress()));
    const wrong = { step: 'set', code: '000000', password: 'una frase bien larga', repeat: 'una frase bien larga' };
    const set = async (address: string) => shown((await submit('/password', { ...wrong, username: address })).html, address);
    expect(await set(email)).toBe(await set(unknownAddress()));
    const others = await Promise.all(Array.from({ length: (rounds * turns) / 2 }, async () => (await world.people.stranger()).email)); // an address is counted
    await expectAlike(
      () => ask(unknownAddress()),
      () => ask(others.pop() ?? email),
    );
  }, 60_000);
});
