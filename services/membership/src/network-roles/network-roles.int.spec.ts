import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptInvitation, revokeInvitation, type InvitationRow } from '@alianza/contracts/membership/invitations';
import { inviteReviewer } from '@alianza/contracts/membership/reviewers';
import { inviteSecretariat } from '@alianza/contracts/membership/settings/first-people';
import { inviteToNetworkRole, listNetworkRoles, type HeldWideRole } from '@alianza/contracts/membership/representation/network-roles';
import { endRole } from '@alianza/contracts/membership/representation/roles';
import { disablePerson } from '@alianza/contracts/membership/people';
import { searchEverything } from '@alianza/contracts/search/search-box';
import { secretFor } from '@alianza/testing/builders/applications';
import { roleOf } from '@alianza/testing/builders/representatives';
import type { Person } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

interface Roles {
  items: HeldWideRole[];
  invitations: InvitationRow[];
}

let world: World;
let setting: Setting;
let lead: Person;
let secretariat: Person;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  [lead, secretariat] = [await setting.as('secretariat-lead'), await setting.as('secretariat')];
}, 60_000);
afterAll(() => world.close());

const list = (as: Person = lead, input: Readonly<Record<string, unknown>> = {}) => world.edge.call<Roles>(listNetworkRoles, input, as);
const address = () => `revision-${randomUUID().slice(0, 8)}@example.org`;
const invite = (over: object = {}, as: Person = lead) =>
  world.edge.call<InvitationRow>(inviteToNetworkRole, { role: 'reviewer', email: address(), language: 'es', ...over }, as);
const end = async (person: Person, as: Person) => {
  const { roleId, version } = await roleOf(setting, person);
  return world.edge.refusal(endRole, { id: roleId, reason: 'Cambió de trabajo.' }, { ...as, version });
};
const lone = (role: 'secretariat-lead' | 'secretariat', of: Setting) => world.people.enrol(role, of.network);

describe('roles in the network', () => {
  it('are told with how their holders sign in, and those of before when asked', async () => {
    const reviewer = await world.people.enrol('reviewer', setting.network);
    expect(await end(reviewer, secretariat)).toEqual([200, undefined]);
    const { items } = await list();
    expect(items.map(({ role, secondFactor, until }) => [role, secondFactor, until])).toEqual([
      ['secretariat-lead', true, null],
      ['secretariat', true, null],
    ]);
    const { items: all } = await list(lead, { ended: 'with' });
    expect(all.at(-1)).toMatchObject({
      personId: reviewer.id,
      role: 'reviewer',
      until: expect.any(String),
      reason: 'Cambió de trabajo.',
      mayEnd: false,
    });
  });

  it('are ended by whoever gives them, and nobody ends their own', async () => {
    const mayEnd = async (as: Person) => (await list(as)).items.map((one) => [one.role, one.mayEnd]);
    expect(await mayEnd(lead)).toEqual([
      ['secretariat-lead', false],
      ['secretariat', true],
    ]);
    expect(await mayEnd(secretariat)).toEqual([
      ['secretariat-lead', false],
      ['secretariat', false],
    ]);
    expect(await end(lead, lead)).toEqual([409, 'role-reserved']);
  });

  it('are offered by mail, begin when the offer is accepted, and are found from then on', async () => {
    const email = address();
    const [first, second] = [await invite({ email }), await invite({ email: email.toUpperCase() })];
    const { invitations } = await list();
    expect(invitations.filter((one) => one.email?.toLowerCase() === email).map(({ id }) => id)).toEqual([second.id]);
    expect(first.id).not.toBe(second.id);
    const secret = await secretFor(setting, 'accept-invitation', second.id);
    const { token } = await world.people.stranger();
    await world.edge.call(
      acceptInvitation,
      { secret, name: 'Revišora Invitādą', language: 'es' },
      { network: setting.network.code, token },
    );
    expect((await list()).items).toContainEqual(expect.objectContaining({ name: 'Revišora Invitādą', role: 'reviewer', mayEnd: true }));
    const { groups } = await world.edge.call<{ groups: { kind: string; items: { title: string; place: string }[] }[] }>(
      searchEverything,
      { q: 'revisóra invitada' },
      secretariat,
    );
    expect(groups.find(({ kind }) => kind === 'person')?.items).toEqual([
      expect.objectContaining({ title: 'Revišora Invitādą', place: 'secretaria/papeles' }),
    ]);
  });

  it('of coordination are given, and offers of them taken back, by who coordinates alone', async () => {
    const asked = { role: 'secretariat-lead', email: address(), language: 'es' };
    expect(await world.edge.refusal(inviteToNetworkRole, asked, secretariat)).toEqual([409, 'role-reserved']);
    const { id } = await invite(asked);
    expect(await world.edge.refusal(revokeInvitation, { id }, secretariat)).toEqual([409, 'role-reserved']);
    expect(await world.edge.refusal(revokeInvitation, { id }, lead)).toEqual([200, undefined]);
    expect(await world.edge.refusal(revokeInvitation, { id }, lead)).toEqual([409, 'invitation-not-open']);
  });

  it('are offered once where two offer the same at once', async () => {
    const email = address();
    await Promise.all(Array.from({ length: 4 }, () => invite({ email })));
    expect((await list()).invitations.filter((one) => one.email === email)).toHaveLength(1);
  });

  it('are offered once from wherever: by who shares reviews out, and by who operates the platform', async () => {
    const operator = { token: await world.people.operator(), network: setting.network.code };
    const ways = [
      ['external-reviewer', inviteReviewer, secretariat, {}],
      ['secretariat', inviteSecretariat, operator, { role: 'secretariat' }],
    ] as const;
    for (const [role, operation, as, over] of ways) {
      const email = address();
      const other = () => world.edge.call(operation, { email, language: 'es', ...over }, as);
      await Promise.all([invite({ email, role }), other(), invite({ email, role }), other()]);
      expect((await list()).invitations.filter((one) => one.email === email).map((one) => one.role)).toEqual([role]);
    }
  });
});

describe('who coordinates a network', () => {
  it('stays: of two who end each other’s role at once one is refused', async () => {
    const other = await openSetting(world);
    const [one, two] = [await lone('secretariat-lead', other), await lone('secretariat-lead', other)];
    const ending = async (person: Person, as: Person) => {
      const { roleId, version } = await roleOf(other, person);
      return () => world.edge.refusal(endRole, { id: roleId, reason: 'Relevo.' }, { ...as, version });
    };
    const both = [await ending(one, two), await ending(two, one)];
    const codes = (await Promise.all(both.map((go) => go()))).map(([status]) => status).sort();
    expect(codes[0]).toBe(200);
    expect([401, 403, 409]).toContain(codes[1]);
    const { items } = await world.edge.call<Roles>(listNetworkRoles, {}, await other.as('auditor'));
    expect(items.filter(({ role }) => role === 'secretariat-lead')).toHaveLength(1);
  });

  it('is said to be kept out where the account is disabled', async () => {
    const person = await lone('secretariat', setting);
    const operator = { token: await world.people.operator(), network: setting.network.code };
    await world.edge.call(disablePerson, { id: person.id, reason: 'Equipo perdido.' }, operator);
    expect((await list()).items).toContainEqual(expect.objectContaining({ personId: person.id, disabled: true, mayEnd: true }));
  });
});
