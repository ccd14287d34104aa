import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resolvePrincipals, type Standing } from '@alianza/contracts/membership/principals';
import { editMe, getMe, grantRole, personEdited, type Me } from '@alianza/contracts/membership/people';
import { listRecipients, type Audience } from '@alianza/contracts/membership/recipients';
import { listRoles } from '@alianza/contracts/membership/representation/roles';
import type { AnswerOf } from '@alianza/contracts/operation';
import { localIssuer } from '@alianza/local/environments';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { asReviewer, asSecretariat, asTitular, openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterAll(() => world.close());

const over = { actingFor: null, secondFactor: true } as { actingFor: string | null; secondFactor: boolean };

type In = Setting | { network: null };
async function resolveAll(asked: readonly [subject: string, within: In, presence?: typeof over][]): Promise<Standing[]> {
  const gateway = world.service('gateway').get(OperationsClient, { strict: false });
  const questions = asked.map(([subject, { network }, presence = over]) => {
    return { networkId: network?.id ?? null, issuer: localIssuer, subject, ...presence };
  });
  return (await gateway.ask(resolvePrincipals, { asked: questions }, null)).standings;
}
const resolve = async (...asked: [subject: string, within: In, presence?: typeof over]) => (await resolveAll([asked]))[0]!;

async function grant(subject: string, role: string, { network }: Setting, organizationId: string | null) {
  const person = { name: role, language: 'es', email: `${subject}@example.org`, issuer: localIssuer, subject };
  return world.edge.send(grantRole, { role, organizationId, person }, { network: network.code, token: await world.people.operator() });
}

describe('a principal', () => {
  it('is nobody where the account is unknown', async () => {
    expect(await resolve(randomUUID(), ours)).toMatchObject({
      person: null,
      roles: [],
      permissions: [],
      organizations: [],
      disabled: false,
    });
  });

  it('has roles in the network asked for and in no other', async () => {
    const subject = randomUUID();
    await grant(subject, 'suplente', ours, ours.organization.id);
    expect(await resolve(subject, ours)).toMatchObject({ roles: ['suplente'], actingFor: ours.organization.id });
    expect(await resolve(subject, theirs)).toMatchObject({ person: { language: 'es' }, roles: [], organizations: [], actingFor: null });
    expect(await resolve(subject, { network: null })).toMatchObject({ person: { language: 'es' }, roles: [] });
  });

  it('is told in the order asked, whoever is asked about twice and wherever', async () => {
    const [suplente, editor] = [randomUUID(), randomUUID()];
    await grant(suplente, 'suplente', ours, ours.organization.id);
    await grant(editor, 'editor', theirs, theirs.organization.id);
    const asked = [
      [editor, theirs],
      [randomUUID(), ours],
      [suplente, ours],
      [suplente, theirs],
      [editor, ours],
      [editor, theirs],
      [suplente, { network: null }],
    ] as const;
    const roles = (await resolveAll(asked.map(([subject, within]) => [subject, within]))).map((standing) => standing.roles);
    expect(roles).toEqual([['editor'], [], ['suplente'], [], [], ['editor'], []]);
  });

  it('of two organisations acts for the one asked for, else for none', async () => {
    const subject = randomUUID();
    await grant(subject, 'suplente', ours, ours.organization.id);
    await grant(subject, 'editor', ours, ours.secretariat.id);
    expect(await resolve(subject, ours)).toMatchObject({ actingFor: null, roles: ['suplente', 'editor'] });
    const chosen = await resolve(subject, ours, { ...over, actingFor: ours.secretariat.id });
    expect(chosen).toMatchObject({ actingFor: ours.secretariat.id, roles: ['editor'] });
    expect((await resolve(subject, ours, { ...over, actingFor: theirs.organization.id })).actingFor).toBeNull();
  });

  it('of the secretariat is one only with a second factor', async () => {
    const subject = randomUUID();
    await grant(subject, 'secretariat', ours, null);
    const half = await resolve(subject, ours, { ...over, secondFactor: false });
    expect(half).toMatchObject({ roles: [], permissions: [], secondFactorMissing: true });
    expect(await resolve(subject, ours)).toMatchObject({ roles: ['secretariat'], secondFactorMissing: false });
  });

  it('is disabled in every network at once', async () => {
    const subject = randomUUID();
    await grant(subject, 'suplente', ours, ours.organization.id);
    await rowsOf('membership', 'update person p set disabled_at = now() from account a where a.person_id = p.id and a.subject = $1', [
      subject,
    ]);
    expect(await resolve(subject, ours)).toMatchObject({ person: null, roles: [], disabled: true });
  });
});

describe('granting a role', () => {
  it('registers the person once and gives the role once, also when asked twice at once', async () => {
    const subject = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => grant(subject, 'editor', ours, ours.organization.id)));
    expect(answers.filter(({ body }) => body.granted)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.personId)).size).toBe(1);
  });

  it('knows no organisation of another network', async () => {
    const { status, body } = await grant(randomUUID(), 'editor', ours, theirs.organization.id);
    expect([status, body.code]).toEqual([404, 'organization-not-found']);
  });
});

describe('me', () => {
  it('shows every network with its roles, and changes its language and its name by version', async () => {
    const { token, subject: own } = await world.people.stranger();
    expect((await world.edge.send(getMe, {}, { token })).status).toBe(404);
    await grant(own, 'suplente', ours, ours.organization.id);
    await grant(own, 'reviewer', theirs, null);
    const me = await eventually(async () => {
      const { status, body } = await world.edge.send<Me>(getMe, {}, { token, lang: 'es' });
      return status === 200 && body;
    });
    expect(me.networks).toMatchObject([
      { code: ours.network.code, roles: ['suplente'], organizations: [{ id: ours.organization.id, roles: ['suplente'] }] },
      {
        code: theirs.network.code,
        roles: ['reviewer'],
        permissions: ['practices:read-files', 'practices:comment', 'practices:review'],
        organizations: [],
      },
    ]);
    const edited = await world.edge.call<Me>(editMe, { language: 'en' }, { token, version: me.version });
    expect(edited).toMatchObject({ language: 'en', version: me.version + 1, networks: [{}, {}] });
    expect((await world.edge.send(editMe, { language: 'es' }, { token, version: me.version })).status).toBe(412);
    const name = `Coordinación de cuidados ${randomUUID()}`;
    const renamed = await world.edge.call<Me>(editMe, { language: 'en', name: ` ${name} ` }, { token, version: edited.version });
    expect(renamed).toMatchObject({ name, language: 'en', version: edited.version + 1 });
    expect(await world.edge.call<Me>(editMe, { language: 'es' }, { token, version: renamed.version })).toMatchObject({ name });
    const { items } = await world.edge.call<AnswerOf<typeof listRoles>>(
      listRoles,
      { organizationId: ours.organization.id },
      await asSecretariat(ours),
    );
    expect(items.find(({ personId }) => personId === me.id)).toMatchObject({ name });
    const told = `select event -> 'data' as data from outbox where event ->> 'subject' = $1 and event ->> 'aggregateId' = $2 order by position`;
    expect(await rowsOf('membership', told, [personEdited.subject, me.id])).toEqual(
      ['en', 'en', 'es'].map((language) => ({ data: { language } })),
    );
  });
});

describe('recipients', () => {
  const reach = async (audience: Audience, { network }: Setting) => {
    const notifications = world.service('notifications').get(OperationsClient, { strict: false });
    return (await notifications.ask(listRecipients, { audience }, network.id)).items.map(({ email }) => email);
  };

  it('are who holds the permission, who represents the organisation, or the person, in this network', async () => {
    const [titular, secretariat, reviewer] = [await asTitular(ours), await asSecretariat(ours), await asReviewer(ours)];
    expect(await reach({ to: 'permission', permission: 'practices:review' }, ours)).toEqual(
      expect.arrayContaining([secretariat.email, reviewer.email]),
    );
    expect(await reach({ to: 'permission', permission: 'practices:review' }, ours)).not.toContain(titular.email);
    expect(await reach({ to: 'organization', id: ours.organization.id }, ours)).toContain(titular.email);
    expect(await reach({ to: 'organization', id: ours.organization.id }, theirs)).toEqual([]);
    expect(await reach({ to: 'person', id: titular.id }, ours)).toEqual([titular.email]);
    expect(await reach({ to: 'person', id: titular.id }, theirs)).toEqual([]);
    for (const { id, email } of [titular, reviewer]) expect(await reach({ to: 'participant', id }, ours)).toEqual([email]);
    expect(await reach({ to: 'participant', id: titular.id }, theirs)).toEqual([]);
    await rowsOf('membership', `update role set until = current_date where person_id = $1 returning id`, [titular.id]);
    expect(await reach({ to: 'participant', id: titular.id }, ours)).toEqual([]);
  });
});
